/**
 * How this browser wants to see the demo. Kept in local storage; `?theme=`, `?dir=` and `?width=` win without being kept, for
 * links and tests. Loaded first and render-blocking, so that no page flashes in the wrong theme.
 */
const CHOICES = {
  theme: ['system', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  width: ['full', 'narrow'],
  scenarios: ['closed', 'open'],
} as const;

type Choices = typeof CHOICES;

/** Name of a preference. */
export type PreferenceName = keyof Choices;

/** A value of a preference. */
export type Preference<N extends PreferenceName> = Choices[N][number];

export function preference<N extends PreferenceName>(name: N): Preference<N> {
  const asked = new URLSearchParams(location.search).get(name) ?? stored(name);
  const choices: readonly Preference<N>[] = CHOICES[name];
  return choices.find((choice) => choice === asked) ?? CHOICES[name][0];
}

export function setPreference<N extends PreferenceName>(name: N, value: Preference<N>): void {
  const url = new URL(location.href);
  if (url.searchParams.has(name)) {
    url.searchParams.delete(name);
    history.replaceState(history.state, '', url);
  }
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
  apply(name, value);
}

function stored(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

function keyOf(name: PreferenceName): string {
  return `pg-demo-${name}`;
}

function apply(name: PreferenceName, value: string): void {
  const root = document.documentElement;
  if (name === 'dir') root.dir = value;
  else root.dataset[name] = value;
}

for (const name of Object.keys(CHOICES) as PreferenceName[]) apply(name, preference(name));
