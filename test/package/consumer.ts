import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** What the package itself depends on: a package manager installs these for everyone. */
const DEPENDENCIES = ['lit', 'lit-html', 'lit-element', '@lit/context', '@lit/reactive-element'];

/** A project somewhere else, with the packed kit and what its developer installed besides. */
export class Consumer {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * @param packages what is installed besides, by name, from the repository's own; `{name: other}` puts another there in its place
   */
  static async create(packages: readonly (string | Alias)[] = []): Promise<Consumer> {
    const {PG_TARBALL} = process.env;
    if (!PG_TARBALL) throw new Error('Set PG_TARBALL, as scripts/with-tarball.mjs does.');
    const consumer = new Consumer(await mkdtemp(join(tmpdir(), 'pg-consumer-')));
    const kit = join(consumer.folder, 'node_modules/pg-elements');
    await mkdir(kit, {recursive: true});
    await run('tar', ['-xzf', PG_TARBALL, '--strip-components', '1', '-C', kit]);
    for (const entry of [...DEPENDENCIES, ...packages]) {
      const {name, from} = typeof entry === 'string' ? {name: entry, from: entry} : entry;
      await consumer.#link(name, join(root, 'node_modules', from));
    }
    await consumer.write('package.json', JSON.stringify({name: 'consumer', type: 'module'}));
    return consumer;
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  async write(name: string, content: string): Promise<string> {
    const path = this.path(name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
    return path;
  }

  copy(from: string): Promise<void> {
    return cp(from, this.folder, {recursive: true});
  }

  /** Runs a tool of the repository here, and gives what it printed and whether it was content. */
  async run(bin: string, ...args: string[]): Promise<{output: string; succeeded: boolean}> {
    return this.#run(join(root, 'node_modules', bin), args);
  }

  /** Runs a module in Node. */
  async node(code: string): Promise<{output: string; succeeded: boolean}> {
    return this.#run(await this.write('run.mjs', code), []);
  }

  dispose(): Promise<void> {
    return rm(this.folder, {recursive: true});
  }

  async #run(script: string, args: string[]): Promise<{output: string; succeeded: boolean}> {
    try {
      const {stdout, stderr} = await run(process.execPath, [script, ...args], {cwd: this.folder});
      return {output: stdout + stderr, succeeded: true};
    } catch (error) {
      const {stdout, stderr} = error as {stdout?: string; stderr?: string};
      return {output: `${stdout ?? ''}${stderr ?? String(error)}`, succeeded: false};
    }
  }

  async #link(name: string, target: string): Promise<void> {
    const path = this.path('node_modules', name);
    await mkdir(dirname(path), {recursive: true});
    await symlink(target, path, 'dir');
  }
}

export interface Alias {
  readonly name: string;
  readonly from: string;
}
