import assert from 'node:assert/strict';

/** How long a fact may take to come on a slow machine, before it counts as missing. Milliseconds. */
export const PATIENCE = 30_000;

/** Asks until the answer is as expected. */
export async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const actual = await read().catch((error: unknown) => error);
    try {
      assert.deepEqual(actual, expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
