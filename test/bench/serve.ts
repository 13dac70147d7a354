import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** How long an icon takes, so that none comes before the cards do; as on a network. Milliseconds. */
const ICON_DELAY = 500;

/** Colours of the icons, so that each is a picture of its own. */
const icon = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="hsl(${(Number(name) * 47) % 360} 60% 45%)"/><path d="M12 24h24M24 ${10 + (Number(name) % 9)}v20" stroke="#fff" stroke-width="4"/></svg>`;

export interface Server {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves an empty page, its scripts and as many different icons as asked for, on this machine. */
export async function serve(scripts: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(({url = '/'}, response) => {
    const path = url.split('?', 1)[0] ?? '';
    const script = scripts.get(path.slice(1));
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else if (path.startsWith('/icon/')) {
      response.setHeader('content-type', 'image/svg+xml');
      setTimeout(() => response.end(icon(path.slice('/icon/'.length))), ICON_DELAY);
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(
        '<!doctype html><html lang="en"><title>Benchmark</title><body style="margin:24px;font-family:sans-serif"></body></html>',
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {origin: `http://127.0.0.1:${port}`, close: () => void server.close()};
}
