import type {Page} from 'playwright-core';

/** What the SDK, or the browser on its behalf, prints whatever the page does. */
const SDK_NOISE = [
  /paragon\.authenticate\(\) could not login user/,
  /^error /,
  /Failed to connect account to Paragon over OAuth/,
  /Build Oauth URL fetch failure/,
  // It says of each list of fields that an answer left out.
  /^No dynamic fields were provided/,
  // It warns of each integration that it cannot read, with its own exception.
  /^TypeError: \w{1,2}\.(type|configs)\b/,
  // Chromium reports answers that the sandbox was told to give, and the SDK's frame that tests do not let through.
  /^Failed to load resource/,
  // What it reports of frames that a test forbids to open windows.
  /^An iframe which has both allow-scripts and allow-same-origin/,
  /^Blocked opening '/,
  // A hint for developers who ask for it: Chromium takes a form with nothing but a key for one that signs people in.
  /^\[DOM\] Password forms should have \(optionally hidden\) username fields/,
  // The SDK writes to its frame before that has arrived.
  /^Failed to execute 'postMessage'/,
];

/** Collects what a page prints that it should not: every warning and error but the SDK's own. */
export function watchConsole(page: Page): readonly string[] {
  const isNoise = (text: string): boolean => SDK_NOISE.some((noise) => noise.test(text));
  const printed: string[] = [];
  page.on('pageerror', (error) => {
    if (!isNoise(String(error))) printed.push(String(error));
  });
  page.on('console', (message) => {
    const text = message.text();
    if (['log', 'info', 'debug'].includes(message.type())) return;
    if (text.startsWith('Lit is in dev mode') || isNoise(text)) return;
    printed.push(text);
  });
  return printed;
}
