/** The module with its style sheets minified; each keeps its number of lines. */
export function minifyStyles(code: string, path: string): string;
