/**
 * Sets custom states, which styles ask for by `:state()`. Engines before the final specification (Chromium below 125, Safari below 17.4)
 * throw at a name without two dashes, and others (Firefox below 126) have none at all: there an element works as well, unmarked.
 */
export function setStates(
  {states}: {readonly states?: Pick<CustomStateSet, 'add' | 'delete'>},
  flags: Readonly<Record<string, boolean>>,
): void {
  if (!states) return;
  for (const [name, on] of Object.entries(flags)) {
    try {
      if (on) states.add(name);
      else states.delete(name);
    } catch {
      // There is no such state in this engine.
    }
  }
}
