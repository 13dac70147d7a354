import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {contrast, PAIRS, painted} from '../../demo/src/contrast.js';
import {baseStyles} from '../../src/ui/base-styles.js';

/** Knows what the tokens come to where it stands. */
class TokenProbe extends LitElement {
  static override styles = baseStyles;

  override render(): TemplateResult {
    return html`<i></i>`;
  }

  read(property: string, name: string): string {
    const probe = this.shadowRoot!.querySelector('i')!;
    probe.style.setProperty(property, `var(--_${name})`);
    return getComputedStyle(probe).getPropertyValue(property);
  }

  colour(name: string): readonly [number, number, number] {
    return painted(this.read('background-color', name));
  }
}
customElements.define('token-probe', TokenProbe);

const THEMES = ['default', 'shadcn', 'material', 'dense', 'high-contrast'] as const;

const textOf = async (path: string): Promise<string> => {
  const response = await fetch(new URL(`../../${path}`, import.meta.url));
  expect(response.ok, path).to.equal(true);
  return response.text();
};

/** The variables of a page, as these systems set them. Those of Bootstrap are read from its own file. */
const SYSTEMS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  'shadcn/ui': [
    `:root { --background: oklch(1 0 0); --foreground: oklch(0.145 0 0); --card: oklch(1 0 0); --primary: oklch(0.205 0 0);
      --primary-foreground: oklch(0.985 0 0); --muted: oklch(0.97 0 0); --muted-foreground: oklch(0.556 0 0);
      --destructive: oklch(0.577 0.245 27.325); --border: oklch(0.922 0 0); --radius: 0.625rem }`,
    `.dark { --background: oklch(0.145 0 0); --foreground: oklch(0.985 0 0); --card: oklch(0.205 0 0); --primary: oklch(0.922 0 0);
      --primary-foreground: oklch(0.205 0 0); --muted: oklch(0.269 0 0); --muted-foreground: oklch(0.708 0 0);
      --destructive: oklch(0.704 0.191 22.216); --border: oklch(1 0 0 / 10%) }`,
  ],
  'Material 3': [
    `:root { --md-sys-color-primary: #65558f; --md-sys-color-on-primary: #fff; --md-sys-color-surface: #fef7ff;
      --md-sys-color-surface-container-low: #f7f2fa; --md-sys-color-surface-container: #f3edf7; --md-sys-color-on-surface: #1d1b20;
      --md-sys-color-on-surface-variant: #49454f; --md-sys-color-outline-variant: #cac4d0; --md-sys-color-error: #b3261e;
      --md-sys-color-on-error: #fff }`,
    `.dark { --md-sys-color-primary: #d0bcff; --md-sys-color-on-primary: #381e72; --md-sys-color-surface: #141218;
      --md-sys-color-surface-container-low: #1d1b20; --md-sys-color-surface-container: #211f26; --md-sys-color-on-surface: #e6e0e9;
      --md-sys-color-on-surface-variant: #cac4d0; --md-sys-color-outline-variant: #49454f; --md-sys-color-error: #f2b8b5;
      --md-sys-color-on-error: #601410 }`,
  ],
  'Radix Themes': [
    `:root { --gray-2: #f9f9f9; --gray-6: #d9d9d9; --gray-11: #646464; --gray-12: #202020; --color-panel-solid: #fff;
      --accent-11: #3a5bc7; --green-11: #218358; --amber-11: #ab6400; --red-11: #ce2c31; --radius-3: 6px; --radius-4: 8px }`,
    `.dark { --gray-2: #191919; --gray-6: #3a3a3a; --gray-11: #b4b4b4; --gray-12: #eee; --color-panel-solid: #191919;
      --accent-11: #9eb1ff; --green-11: #3dd68c; --amber-11: #ffca16; --red-11: #ff9592 }`,
  ],
  'Web Awesome': [
    `:root { --wa-color-text-normal: #1b1d26; --wa-color-text-quiet: #545868; --wa-color-surface-default: #fff;
      --wa-color-surface-raised: #fff; --wa-color-surface-lowered: #f1f2f3; --wa-color-surface-border: #e4e5e9;
      --wa-color-brand-on-quiet: #0053c0; --wa-color-success-on-quiet: #036730; --wa-color-warning-on-quiet: #8a3800;
      --wa-color-danger-on-quiet: #b30532; --wa-border-radius-m: 6px; --wa-border-radius-l: 12px }`,
    `.dark { --wa-color-text-normal: #f1f2f3; --wa-color-text-quiet: #abaeb9; --wa-color-surface-default: #101219;
      --wa-color-surface-raised: #1b1d26; --wa-color-surface-lowered: #0b0d12; --wa-color-surface-border: #2f323f;
      --wa-color-brand-on-quiet: #6b9ff3; --wa-color-success-on-quiet: #00b15f; --wa-color-warning-on-quiet: #ef940c;
      --wa-color-danger-on-quiet: #f3676c }`,
  ],
};

const root = document.documentElement;

/** Style sheets that the page has from here on. */
function adopt(...texts: readonly string[]): void {
  document.adoptedStyleSheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

const probe = (): Promise<TokenProbe> => fixture<TokenProbe>(html`<token-probe></token-probe>`);

/** Which pairs of colours have too little contrast. */
const tooClose = (shown: TokenProbe): readonly string[] =>
  PAIRS.flatMap(([front, back, least]) => {
    const ratio = contrast(shown.colour(front), shown.colour(back));
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`];
  });

afterEach(() => {
  document.adoptedStyleSheets = [];
  root.className = '';
  root.style.removeProperty('color-scheme');
});

describe('theme files', () => {
  for (const theme of THEMES) {
    for (const scheme of ['light', 'dark']) {
      it(`${theme} keeps text at 4.5:1 and the outlines of controls at 3:1 in ${scheme}`, async () => {
        root.style.setProperty('color-scheme', scheme);
        adopt(await textOf(`src/themes/${theme}.css`));
        expect(tooClose(await probe())).to.deep.equal([]);
      });
    }
  }

  it('high-contrast has text at 7:1', async () => {
    adopt(await textOf('src/themes/high-contrast.css'));
    for (const scheme of ['light', 'dark']) {
      root.style.setProperty('color-scheme', scheme);
      const shown = await probe();
      for (const [front, back, least] of PAIRS.filter((pair) => pair[2] === 4.5)) {
        const ratio = contrast(shown.colour(front), shown.colour(back));
        expect(ratio, `${front} on ${back}, at least ${least}`).to.be.at.least(7);
      }
    }
  });

  it('default changes nothing', async () => {
    const before = await probe();
    const names = [...(await textOf('src/themes/default.css')).matchAll(/--pg-(color-[\w-]+)/g)];
    const was = names.map(([, name = '']) => before.colour(name.slice(6)));
    adopt(await textOf('src/themes/default.css'));
    const after = await probe();
    expect(names.map(([, name = '']) => after.colour(name.slice(6)))).to.deep.equal(was);
  });

  it('follow a class without color-scheme, by one line', async () => {
    adopt(
      await textOf('src/themes/shadcn.css'),
      ".dark, [data-theme='dark'] { color-scheme: dark; }",
    );
    const shown = await probe();
    const light = shown.colour('surface');
    root.className = 'dark';
    expect(shown.colour('surface')).to.deep.equal([10, 10, 10]);
    expect(light).to.deep.equal([255, 255, 255]);
  });
});

describe('the bridge', () => {
  for (const [system, [light, dark]] of Object.entries(SYSTEMS)) {
    it(`reads the variables of ${system} with enough contrast, and follows them`, async () => {
      adopt(light, dark, await textOf('src/themes/bridge.css'));
      const own = await probe();
      const before = own.colour('accent');
      expect(tooClose(own)).to.deep.equal([]);
      root.className = 'dark';
      expect(tooClose(own)).to.deep.equal([]);
      expect(own.colour('accent')).not.to.deep.equal(before);
    });
  }

  it('reads those of Bootstrap with enough contrast, and follows them', async () => {
    adopt(
      await textOf('node_modules/bootstrap/dist/css/bootstrap.css'),
      await textOf('src/themes/bridge.css'),
    );
    const shown = await probe();
    expect(tooClose(shown)).to.deep.equal([]);
    root.dataset['bsTheme'] = 'dark';
    expect(tooClose(shown)).to.deep.equal([]);
    delete root.dataset['bsTheme'];
    root.style.setProperty('--bs-body-bg', 'rgb(1, 2, 3)');
    expect(shown.colour('surface')).to.deep.equal([1, 2, 3]);
    root.style.removeProperty('--bs-body-bg');
  });

  it('leaves everything as it is on a page that has none of them', async () => {
    const shown = await probe();
    const names = PAIRS.flatMap(([front, back]) => [front, back]);
    const was = names.map((name) => shown.colour(name));
    adopt(await textOf('src/themes/bridge.css'));
    expect(names.map((name) => shown.colour(name))).to.deep.equal(was);
  });

  it('gives way to what the page sets itself', async () => {
    adopt(
      await textOf('src/themes/bridge.css'),
      ':root { --primary: red; --pg-color-accent: rgb(1, 2, 3) }',
    );
    expect((await probe()).colour('accent')).to.deep.equal([1, 2, 3]);
  });

  it('follows a part of the page that has another theme', async () => {
    const [light, dark] = SYSTEMS['shadcn/ui']!;
    adopt(light, dark, await textOf('src/themes/bridge.css'));
    const box = await fixture<HTMLElement>(
      html`<div class="dark"><token-probe></token-probe></div>`,
    );
    const shown = box.querySelector<TokenProbe>('token-probe')!;
    expect(tooClose(shown)).to.deep.equal([]);
    expect(shown.colour('surface')).to.deep.equal(painted('oklch(0.145 0 0)'));
  });
});
