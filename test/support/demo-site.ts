import {mkdtemp, rm} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, preview} from 'vite';

const configFile = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url));

export interface DemoSite {
  readonly origin: string;
  /** The folder with the built pages. */
  readonly dist: string;
  readonly close: () => Promise<void>;
}

/** The site of the demo, built as it would be published, in a folder of its own; `npm start` serves the same pages unbuilt. */
export async function serveDemo(): Promise<DemoSite> {
  const outDir = await mkdtemp(join(tmpdir(), 'pg-demo-'));
  const config = {configFile, logLevel: 'error', build: {outDir}} as const;
  await build(config);
  const server = await preview({...config, preview: {port: 0}});
  const {port} = server.httpServer.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    dist: outDir,
    close: async () => {
      await server.close();
      await rm(outDir, {recursive: true});
    },
  };
}
