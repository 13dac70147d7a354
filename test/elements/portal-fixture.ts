import {fixture, html} from '@open-wc/testing';
import type {PgPortal} from '../../src/elements/portal/portal.js';
import '../../src/define.js';
import {FakeSdk, type FakeIntegration} from '../support/fake-sdk.js';
import {hear, seen, type Heard} from './session-fixture.js';

export const TWO: readonly FakeIntegration[] = [
  {type: 'slack', name: 'Slack'},
  {type: 'jira', name: 'Jira', accounts: [{providerData: {email: 'jo@example.com'}}]},
];

const DAY = 86_400_000;

/** A token as the backend signs it, with nothing behind the signature. */
export function tokenOf(userId: string, expiresAt = Date.now() + DAY): string {
  const part = (value: object): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${part({alg: 'RS256'})}.${part({sub: userId, exp: Math.floor(expiresAt / 1000)})}.signature`;
}

/** A portal on a page. */
export class PortalPage {
  readonly element: PgPortal;
  readonly sdk: FakeSdk;
  readonly heard: Heard[];

  constructor(element: PgPortal, sdk: FakeSdk, heard: Heard[]) {
    this.element = element;
    this.sdk = sdk;
    this.heard = heard;
  }

  get seen(): string {
    return seen(this.element);
  }

  get states(): readonly string[] {
    const known = ['loading', 'ready', 'signed-out', 'error'];
    return known.filter((state) => this.element.matches(`:state(${state})`));
  }

  /** Events with what tells them apart. */
  get events(): readonly string[] {
    return this.heard.map(({type, detail}) =>
      [type, detail['userId'] ?? detail['code'] ?? detail['integration']].filter(Boolean).join(' '),
    );
  }

  /** Sign-ins the SDK was asked for. */
  get signIns(): readonly (readonly unknown[])[] {
    return this.sdk.calls.filter(([name]) => name === 'authenticate').map(([, ...rest]) => rest);
  }

  get dialog(): HTMLDialogElement {
    const view = this.element.shadowRoot!.querySelector('pg-portal-view')!;
    const detail = view.shadowRoot!.querySelector('pg-portal-detail')!;
    return detail.shadowRoot!.querySelector('pg-dialog')!.shadowRoot!.querySelector('dialog')!;
  }
}

/** An SDK that nobody is signed in to, and that believes every token. */
export function signedOutSdk(integrations: readonly FakeIntegration[] = TWO): FakeSdk {
  const sdk = new FakeSdk(integrations);
  sdk.userId = undefined;
  sdk.answer('authenticate', (_project, token) => {
    const [, payload = ''] = String(token).split('.');
    sdk.userId = (JSON.parse(atob(payload)) as {sub: string}).sub;
  });
  return sdk;
}

/** A portal with one catalog in it, unless told otherwise. */
export async function mountPortal(
  sdk: FakeSdk,
  properties: Partial<PgPortal> = {},
  content = '<pg-catalog></pg-catalog>',
): Promise<PortalPage> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const heard = hear(box);
  const element = document.createElement('pg-portal');
  const parsed = new DOMParser().parseFromString(content, 'text/html');
  element.append(...document.adoptNode(parsed.body).childNodes);
  Object.assign(element, {sdk, ...properties});
  box.append(element);
  await element.updateComplete;
  return new PortalPage(element, sdk, heard);
}
