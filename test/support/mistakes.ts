/**
 * What the kit told the page's developer, for test files that set elements up wrongly: it stays off the console, which must be empty.
 */
export const mistakes: string[] = [];

const warn = console.warn.bind(console);
console.warn = (first: unknown, ...rest: unknown[]) => {
  if (typeof first === 'string' && first.startsWith('pg-elements: ')) mistakes.push(first);
  else warn(first, ...rest);
};
