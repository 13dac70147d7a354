import {expect} from '@open-wc/testing';
import type {SdkCallToAction} from '../../src/core/sdk.js';
import {registerTranslation} from '../../src/i18n/translations.js';
import {SLACK, startedFlow, type FlowPage} from './install-flow-fixture.js';
import {until} from './session-fixture.js';

/** The instruction stage, its text rendered. */
async function instructed(
  content: string,
  ctas: readonly SdkCallToAction[] = [],
  label = 'Go on',
): Promise<FlowPage> {
  const page = await startedFlow({instruction: {content, ctas, label}});
  await until(() => prose(page).querySelector('.markdown:not(.plain)'));
  return page;
}

const prose = (page: FlowPage): HTMLElement =>
  page.element.shadowRoot!.querySelector<HTMLElement>('[part="instruction"]')!;
const links = (page: FlowPage): readonly HTMLAnchorElement[] => [
  ...page.element.shadowRoot!.querySelectorAll('a'),
];
const link = (href: string): SdkCallToAction => ({type: 'link', label: 'Install it', href});

/** Lets the clipboard do as the test says while `run` runs. */
async function withClipboard(write: (text: string) => Promise<void>, run: () => Promise<void>) {
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: write}});
  try {
    await run();
  } finally {
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
  }
}

describe('pg-install-flow instructions', () => {
  it('shows markdown, and markup inside it as text', async () => {
    const page = await instructed(
      'Do **this** first.\n\n<img src=x onerror="alert(1)"><script>alert(2)</script>',
    );
    expect(prose(page).querySelector('strong')!.textContent).to.equal('this');
    expect(prose(page).querySelector('img, script')).to.be.null;
    expect(prose(page).textContent).to.contain('<img src=x onerror="alert(1)">');
  });

  it('shows pictures of the service, and those of others as links', async () => {
    const page = await instructed(
      '![Step](https://dashboard.useparagon.com/images/step.png) ![Other](https://other.example/a.png)',
    );
    expect([...prose(page).querySelectorAll('img')].map(({alt}) => alt)).to.deep.equal(['Step']);
    expect(links(page).map(({href}) => href)).to.deep.equal(['https://other.example/a.png']);
  });

  it('says what the SDK itself says in the language of the page, and what the service says as it is', async () => {
    const page = await instructed(
      `## Install Package\n\nYou'll need an admin to install a package to your Salesforce org to continue authorizing your account.\n\n![Install Image](https://dashboard.useparagon.com/images/step.png "Install Image")\n\nAsk *Jo*.`,
      [
        {type: 'copyButton', label: 'Copy link', copyText: 'https://example.com/a'},
        link('https://example.com/a'),
      ],
      "I've installed the package",
    );
    registerTranslation('eo', {
      install: {
        salesforcePackage: 'Instali pakaĵon',
        salesforcePackageAdmin: 'Administranto instalu ĝin.',
        salesforceImage: 'Bildo',
        salesforceCopyLink: 'Kopii ligilon',
        salesforceInstalled: 'Mi instalis ĝin',
      },
    });
    page.element.lang = 'eo';
    await page.element.updateComplete;
    await until(() => prose(page).textContent.includes('Instali pakaĵon'));
    expect(prose(page).textContent).to.contain('Administranto instalu ĝin.');
    expect(prose(page).textContent).to.contain('Ask Jo.');
    expect(prose(page).querySelector('img')!.alt).to.equal('Bildo');
    const buttons = [...page.element.shadowRoot!.querySelectorAll('button')].map(({textContent}) =>
      textContent.trim(),
    );
    expect(buttons).to.include.members(['Kopii ligilon', 'Mi instalis ĝin']);
    expect(links(page).map(({textContent}) => textContent.trim())).to.deep.equal(['Install it']);
  });

  it('shows links that would run something as text', async () => {
    const page = await instructed(
      '[one](javascript:alert(1)) [two](java\tscript:alert(2)) [three](data:text/html,x) [four](https://example.com/a)',
    );
    expect(links(page).map(({href}) => href)).to.deep.equal(['https://example.com/a']);
    for (const word of ['one', 'two', 'three', 'four'])
      expect(prose(page).textContent).to.contain(word);
  });

  it('shows a call to action that would run something as text', async () => {
    for (const href of [
      'javascript:alert(1)',
      ' JaVa\nScript:alert(1)',
      'vbscript:x',
      'not a url',
    ]) {
      const page = await instructed('A **text**', [link(href)]);
      expect(links(page).length, href).to.equal(0);
      expect(page.seen, href).to.contain('Install it');
      expect(page.buttons).to.deep.equal(['Cancel', 'Go on']);
    }
  });

  it('opens a link in another tab that does not learn where it came from', async () => {
    const page = await instructed('A **text**', [link('https://example.com/package')]);
    const [first] = links(page);
    expect([first?.href, first?.target, first?.rel]).to.deep.equal([
      'https://example.com/package',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('copies a text and says so', async () => {
    const page = await instructed('A **text**', [
      {type: 'copyButton', label: 'Copy the address', copyText: 'https://acme.example/hook'},
    ]);
    const copied: string[] = [];
    await withClipboard(
      (written) => {
        copied.push(written);
        return Promise.resolve();
      },
      async () => {
        await page.click('Copy the address');
        await until(() => page.statuses.includes('Copied'));
      },
    );
    expect(copied).to.deep.equal(['https://acme.example/hook']);
  });

  it('says when copying did not work, and what to do then', async () => {
    const page = await instructed('A **text**', [
      {type: 'copyButton', label: 'Copy', copyText: 'https://acme.example/hook'},
    ]);
    await withClipboard(
      () => Promise.reject(new DOMException('Denied', 'NotAllowedError')),
      async () => {
        await page.click('Copy');
        await until(() => page.alerts.length > 0);
      },
    );
    expect(page.alerts[0]).to.contain('Copying failed');
  });

  it('says the same where there is no clipboard at all', async () => {
    const page = await instructed('A **text**', [
      {type: 'copyButton', label: 'Copy', copyText: 'x'},
    ]);
    const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
    await page.click('Copy');
    await until(() => page.alerts.length > 0);
    if (original) Object.defineProperty(navigator, 'clipboard', original);
    else Reflect.deleteProperty(navigator, 'clipboard');
    expect(page.alerts[0]).to.contain('Copying failed');
  });

  it('names the button that goes on itself where the project does not', async () => {
    const page = await instructed('A **text**', [], '');
    expect(page.buttons).to.deep.equal(['Cancel', 'Continue to Slack']);
  });

  it('shows objects that look like templates as nothing', async () => {
    const forged = {_$litType$: 1, strings: ['<script>alert(1)</script>'], values: []};
    const page = await startedFlow(
      {
        accountTypes: [
          {id: 'a', scheme: 'oauth', accountDescription: forged as unknown as string},
          {id: 'b', scheme: 'oauth', accountDescription: '<b>bold</b>\u202Egpj.exe'},
        ],
      },
      {},
      [{...SLACK, name: '<i>Slack</i>'}],
    );
    expect(page.heading).to.equal('Which <i>Slack</i> account do you want to connect?');
    expect(page.accountTypes).to.deep.equal(['Account type 1', '<b>bold</b>gpj.exe']);
    expect(page.element.shadowRoot!.querySelector('script, b, i')).to.be.null;
  });

  it('cuts account types of enormous length, and chooses the one that was clicked', async () => {
    const page = await startedFlow({
      accountTypes: [
        {id: 'evil" onclick="alert(1)', scheme: 'oauth', accountDescription: 'x'.repeat(100_000)},
        {id: '__proto__', scheme: 'oauth', accountDescription: 'Second'},
      ],
    });
    expect(page.accountTypes[0]!.length).to.equal(120);
    expect(page.element.shadowRoot!.innerHTML).not.to.contain('evil');
    await page.chooseType('Second');
    expect(page.sdk.calls.filter(([name]) => name === 'installFlow.setAccountType')).to.deep.equal([
      ['installFlow.setAccountType', '__proto__'],
    ]);
  });
});
