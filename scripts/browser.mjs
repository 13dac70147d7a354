/** Finds a Chromium to test with: `CHROME_PATH`, one that is installed, else the one that ships as an npm package. */
import {existsSync} from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {Promise<string>} path of an executable */
export async function findChromium() {
  const {CHROME_PATH} = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  const {default: chromium} = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** Flags that keep a test browser quiet and offline; root (containers) cannot use the sandbox. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
