import {SANDBOX_PREFIX} from './endpoints.js';
import {IDENTITIES} from './identities.js';
import {markup, type Markup} from './markup.js';
import type {OAuthAttempt} from './oauth-attempts.js';

/** The pages of the OAuth popup. They work under a policy without inline code, and all but closing works without scripts. */

const APPLICATION_NAME = 'Acme Demo';

/** First page of the popup: tells its opener that it is there, which then leads it to the provider. */
export function noncePage(openerOrigin: string): Markup {
  return shell({
    title: 'Signing in',
    script: 'oauth-nonce.js',
    data: markup`data-opener-origin="${openerOrigin}"`,
    content: markup`
      <h1>Taking you to sign in</h1>
      <p>If nothing happens, close this window and try again.</p>
    `,
  });
}

/** The provider asks whose account to use and whether the application may. */
export function consentPage(consent: {
  readonly attempt: OAuthAttempt;
  readonly action: string;
  /** Milliseconds after which the page goes on without a click. */
  readonly continueAfter: number | null;
}): Markup {
  const {fixture, record} = consent.attempt.request;
  const isAutomatic = consent.continueAfter !== null;
  return shell({
    title: `${fixture.name}: allow access?`,
    script: isAutomatic ? 'oauth-continue.js' : null,
    data: isAutomatic
      ? markup`data-continue-after="${consent.continueAfter}"
        data-continue-to="${consent.action}/continue"`
      : markup``,
    content: markup`
      <header>
        <img
          src="${SANDBOX_PREFIX}/cdn/integrations/${fixture.type}.svg"
          alt=""
          width="48"
          height="48"
        />
        <h1>Allow ${APPLICATION_NAME} to use your ${fixture.name} account?</h1>
      </header>
      <form method="post" action="${consent.action}">
        <fieldset>
          <legend>Account</legend>
          ${IDENTITIES.map(
            ({id, name, email, initials}, index) => markup`
              <label class="identity">
                <input type="radio" name="identity" value="${id}" ${index === 0 ? 'checked' : ''} />
                <span class="initials" aria-hidden="true">${initials}</span>
                <span class="name">${name}</span>
                <span class="email">${email}</span>
              </label>
            `,
          )}
        </fieldset>
        ${record.scopes.length > 0 ? scopeList(consent.attempt) : markup``}
        <div class="actions">
          <button name="decision" value="approve">Approve</button>
          <button name="decision" value="deny" class="secondary">Deny</button>
        </div>
      </form>
      <footer>This is a sandbox: no real account, no real data.</footer>
    `,
  });
}

export function donePage(integrationName: string): Markup {
  return shell({
    title: 'Connected',
    script: 'oauth-done.js',
    data: markup`data-close-at-once`,
    content: markup`
      <h1>${integrationName} is connected</h1>
      <p>You can close this window.</p>
      <div class="actions"><button type="button" data-close>Close window</button></div>
    `,
  });
}

/** The last page after a denial or a refusal. Tells the opener, which may be out of reach, so it tells the person too. */
export function failedPage(failure: {
  readonly message: string;
  readonly integrationId: string;
  readonly openerOrigin: string;
}): Markup {
  return shell({
    title: 'Not connected',
    script: 'oauth-done.js',
    data: markup`data-message="${failure.message}" data-integration-id="${failure.integrationId}"
    data-opener-origin="${failure.openerOrigin}"`,
    content: markup`
      <h1>The account was not connected</h1>
      <p>${failure.message}</p>
      <div class="actions"><button type="button" data-close>Close window</button></div>
    `,
  });
}

/** For addresses that make no sense, such as a consent page from before a restart. */
export function errorPage(message: string): Markup {
  return shell({
    title: 'Something is wrong',
    script: 'oauth-done.js',
    data: markup``,
    content: markup`
      <h1>Something is wrong</h1>
      <p>${message}</p>
      <div class="actions"><button type="button" data-close>Close window</button></div>
    `,
  });
}

/** What the SDK loads into its hidden frame. Headless mode never shows it. */
export function framePage(): Markup {
  return markup`<!doctype html>
    <html lang="en">
      <title>Connect</title>
    </html>`;
}

function scopeList(attempt: OAuthAttempt): Markup {
  const {fixture, record} = attempt.request;
  return markup`
    <h2>${APPLICATION_NAME} will be able to</h2>
    <ul class="scopes">
      ${record.scopes.map((name) => {
        const description = fixture.scopes?.find((scope) => scope.name === name)?.description;
        return markup`<li>${description ?? 'Use your account'} <code>${name}</code></li>`;
      })}
    </ul>
  `;
}

function shell(parts: {
  readonly title: string;
  readonly script: string | null;
  /** Attributes of the body, by which the page's script is told what it needs. */
  readonly data: Markup;
  readonly content: Markup;
}): Markup {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${parts.title}</title>
        <link rel="icon" href="${SANDBOX_PREFIX}/cdn/images/icons/byo-placeholder.svg" />
        <link rel="stylesheet" href="${SANDBOX_PREFIX}/assets/oauth.css" />
        ${
          parts.script === null
            ? markup``
            : markup`<script type="module" src="${SANDBOX_PREFIX}/assets/${parts.script}"></script>`
        }
      </head>
      <body ${parts.data}>
        <main>${parts.content}</main>
      </body>
    </html> `;
}
