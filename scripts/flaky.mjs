/** What the runners of tests share that run a failed test once more. */

/** Matches this title and no other. */
export const exactly = (title) =>
  new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`);

/** Says which tests failed at first and were green when they ran alone. */
export function printFlaky(titles) {
  for (const title of titles) console.log(`flaky: ${title}`);
  if (titles.length > 0) console.log(`${titles.length} flaky`);
}
