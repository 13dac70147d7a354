// Debian's WebKitGTK: Xvfb + WebKitWebDriver + MiniBrowser, spoken to over plain W3C WebDriver.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';

const KEYS = {
  Cancel: '\uE001',
  Help: '\uE002',
  Backspace: '\uE003',
  Tab: '\uE004',
  Clear: '\uE005',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Pause: '\uE00B',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  F1: '\uE031',
  F2: '\uE032',
  F3: '\uE033',
  F4: '\uE034',
  F5: '\uE035',
  F6: '\uE036',
  F7: '\uE037',
  F8: '\uE038',
  F9: '\uE039',
  F10: '\uE03A',
  F11: '\uE03B',
  F12: '\uE03C',
};
const BUTTONS = {left: 0, middle: 1, right: 2};
const key = (k) =>
  KEYS[k] ??
  k
    .replace(/^(Key|Digit)(?=.$)/, '')
    .toLowerCase()
    .slice(0, k.length === 1 ? 1 : undefined);
const toKey = (k) => (k.length === 1 ? k : key(k));
const freePort = () =>
  new Promise((resolve, reject) => {
    const s = createServer();
    s.once('error', reject).listen(0, '127.0.0.1', () => {
      const {port} = s.address();
      s.close(() => resolve(port));
    });
  });

async function startXvfb() {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [data] = await Promise.race([
    once(child.stdio[3], 'data'),
    once(child, 'error').then(([e]) => Promise.reject(e)),
  ]);
  return {child, display: `:${String(data).trim()}`};
}

export class WebKitPage {
  constructor(wd) {
    this.wd = wd;
    // WebKitWebDriver refuses overlapping actions ('A previous interaction is still underway'): queue them.
    this.idle = Promise.resolve();
    const act = (...sources) => {
      const run = async (tries = 20) => {
        try {
          return await wd('POST', '/actions', {actions: sources});
        } catch (error) {
          if (!tries || !/still underway/.test(String(error))) throw error;
          await sleep(25);
          return run(tries - 1);
        }
      };
      const result = this.idle.then(() => run());
      this.idle = result.catch(() => {});
      return result;
    };
    const keys = (actions) => act({type: 'key', id: 'kbd', actions});
    const pointer = (actions) =>
      act({type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions});
    const move = (x, y) => ({
      type: 'pointerMove',
      duration: 0,
      x: Math.round(x),
      y: Math.round(y),
      origin: 'viewport',
    });
    const tap = (v) => [
      {type: 'keyDown', value: v},
      {type: 'keyUp', value: v},
    ];
    this.keyboard = {
      down: (k) => keys([{type: 'keyDown', value: toKey(k)}]),
      up: (k) => keys([{type: 'keyUp', value: toKey(k)}]),
      type: (text) => keys([...text].flatMap(tap)),
      press: (combo) => {
        const parts = combo === '+' ? ['+'] : combo.split(/\+(?!$)/).map(toKey);
        const last = parts.pop();
        return keys([
          ...parts.map((value) => ({type: 'keyDown', value})),
          ...tap(last),
          ...parts.reverse().map((value) => ({type: 'keyUp', value})),
        ]);
      },
    };
    const held = new Set();
    this.mouse = {
      move: (x, y) => pointer([move(x, y)]),
      down: ({button = 'left'} = {}) => {
        held.add(button);
        return pointer([{type: 'pointerDown', button: BUTTONS[button]}]);
      },
      up: ({button = 'left'} = {}) => {
        held.delete(button);
        return pointer([{type: 'pointerUp', button: BUTTONS[button]}]);
      },
      // While a button is held, WebKit types "N" and "(" as "n" and "9"; once the page is another one, nothing but a new press ends that.
      release: async () => {
        for (const button of held) await this.mouse.up({button});
      },
      click: (x, y, {button = 'left'} = {}) =>
        pointer([
          move(x, y),
          {type: 'pointerDown', button: BUTTONS[button]},
          {type: 'pointerUp', button: BUTTONS[button]},
        ]),
    };
  }
  evaluate(script) {
    return this.wd('POST', '/execute/sync', {script, args: []});
  }
  async setViewportSize({width, height}) {
    for (let i = 0; i < 10; i++) {
      const [w, h, rect] = [
        ...(await this.evaluate('return [innerWidth, innerHeight]')),
        await this.wd('GET', '/window/rect'),
      ];
      if (w === width && h === height) return;
      await this.wd('POST', '/window/rect', {
        width: rect.width + width - w,
        height: rect.height + height - h,
      });
      await sleep(50);
    }
  }
  async emulateMedia() {
    throw new Error('WebKitGTK has no media emulation');
  }
  async screenshot() {
    return Buffer.from(await this.wd('GET', '/screenshot'), 'base64');
  }
}

/** How long a browser may take to start. The driver gives it a port by chance: is that taken, it never answers. Milliseconds. */
const START_LIMIT = 30_000;

/** The driver, and a browser in a session of it. */
async function startSession(driver, env, capabilities) {
  const base = `http://127.0.0.1:${await freePort()}`;
  // In a group of its own, so that its browser ends with it.
  const child = spawn(driver, [`--port=${new URL(base).port}`], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  const end = () => {
    process.off('exit', end);
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', end);
  const call = async (method, path, body, signal) => {
    const res = await fetch(base + path, {
      method,
      ...(body && {body: JSON.stringify(body)}),
      ...(signal && {signal}),
    });
    const {value} = await res.json();
    if (!res.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  try {
    for (let i = 0; ; i++) {
      if (
        await fetch(`${base}/status`).then(
          (r) => r.ok,
          () => false,
        )
      )
        break;
      if (i > 100) throw new Error('WebKitWebDriver did not start');
      await sleep(100);
    }
    const wanted = {capabilities: {alwaysMatch: capabilities}};
    const {sessionId} = await call('POST', '/session', wanted, AbortSignal.timeout(START_LIMIT));
    return {wd: (method, path, body) => call(method, `/session/${sessionId}${path}`, body), end};
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * Starts driver and browser, on a display of their own where there is none.
 * @returns what sends commands to the session, and what ends it all
 */
export async function startWebKit({
  driver = 'WebKitWebDriver',
  binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  capabilities = {},
} = {}) {
  const env = {
    ...process.env,
    NO_AT_BRIDGE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  };
  let xvfb;
  if (!env.DISPLAY) {
    xvfb = await startXvfb();
    env.DISPLAY = xvfb.display;
    delete env.WAYLAND_DISPLAY;
  }
  const wanted = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {binary, args: ['--automation']},
    ...capabilities,
  };
  for (let tries = 1; ; tries++) {
    try {
      const {wd, end} = await startSession(driver, env, wanted);
      return {
        wd,
        async stop() {
          await wd('DELETE', '').catch(() => {});
          end();
          xvfb?.child.kill();
        },
      };
    } catch (error) {
      if (tries < 3) continue;
      xvfb?.child.kill();
      throw error;
    }
  }
}
