/** Below the limit of a test, so that what was waited for is named. Milliseconds. */
const PATIENCE = 25_000;

/** Waits for a fact, however slow the machine is; looks often. What does not come to be fails under this name. */
export async function waitUntil(
  condition: () => unknown,
  fact = 'what is waited for comes to be',
): Promise<void> {
  const {stack} = new Error();
  const start = performance.now();
  while (!(await condition())) {
    if (performance.now() - start > PATIENCE) {
      const error = new Error(`Not within ${PATIENCE / 1000} s: ${fact}`);
      // Where it was waited, not where it was given up.
      if (stack) error.stack = stack.replace(/^Error/, `Error: ${error.message}`);
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
