/** The few members of sql.js that tests use; the package has no types of its own. */
declare module 'sql.js' {
  type Value = string | number | Uint8Array | null;

  class Database {
    constructor(file: Uint8Array);
    exec(sql: string): readonly {readonly values: readonly (readonly Value[])[]}[];
    run(sql: string, values: readonly Value[]): void;
    export(): Uint8Array;
    close(): void;
  }

  export default function initSqlJs(): Promise<{readonly Database: typeof Database}>;
}
