/** Compiles one module of the package as for the package itself. */
export function compileModule(code: string, fileName: string): {code: string; map: string};
