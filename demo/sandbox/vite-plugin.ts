import type {Plugin} from 'vite';
import {createSandbox, type SandboxOptions} from './server.js';

/** Serves the sandbox on the port of Vite's dev and preview servers. */
export function sandboxPlugin(options: SandboxOptions): Plugin {
  const sandbox = createSandbox(options);
  return {
    name: 'pg-sandbox',
    configureServer({middlewares}) {
      middlewares.use(sandbox.handle);
    },
    configurePreviewServer({middlewares}) {
      middlewares.use(sandbox.handle);
    },
  };
}
