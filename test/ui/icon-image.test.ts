import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html, LitElement, render, type TemplateResult} from 'lit';
import {baseStyles} from '../../src/ui/base-styles.js';
import {logo, type LogoOptions} from '../../src/ui/icon-image/logo.js';
import {logoStyles} from '../../src/ui/icon-image/logo-styles.js';
import {stilled} from '../support/stilled.js';

class LogoHost extends LitElement {
  static override styles = [baseStyles, logoStyles];
}
customElements.define('logo-host', LogoHost);

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const BROKEN = 'data:image/png;base64,AAAA';

const host = (): Promise<LogoHost> => fixture<LogoHost>(html`<logo-host></logo-host>`);

const show = (element: LogoHost, template: TemplateResult): void => {
  render(template, element.renderRoot);
};

async function shown(options: Partial<LogoOptions>): Promise<LogoHost> {
  const element = await host();
  show(element, logo({name: 'Slack', source: undefined, ...options}));
  return element;
}

const box = (element: LogoHost): HTMLElement => element.renderRoot.querySelector('.logo')!;
const image = (element: LogoHost): HTMLImageElement | null =>
  element.renderRoot.querySelector('img');
const monogram = (element: LogoHost): CSSStyleDeclaration =>
  getComputedStyle(box(element), '::before');

/** What the browser paints, as sRGB bytes, whatever notation the computed style has. */
function painted(colour: string): readonly [number, number, number] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', {willReadFrequently: true})!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(colour: string): number {
  const [red, green, blue] = painted(colour).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('logo', () => {
  it('shows a checked picture that loads late and tells nobody', async () => {
    const picture = image(await shown({source: PIXEL}));
    expect(picture?.src).to.equal(PIXEL);
    expect(picture?.alt).to.equal('');
    expect(picture?.loading).to.equal('lazy');
    expect(picture?.decoding).to.equal('async');
    expect(picture?.referrerPolicy).to.equal('no-referrer');
  });

  for (const source of [
    'javascript:alert(1)',
    'data:text/html,<b>',
    '<svg onload=alert(1)>',
    'http://evil.example/a.png',
    '',
    undefined,
    null,
    {_$litType$: 1, strings: ['<img src=x>'], values: []},
  ]) {
    it(`shows the monogram instead of ${JSON.stringify(source)}`, async () => {
      const element = await shown({source});
      expect(image(element)).to.equal(null);
      expect(monogram(element).content).to.match(/^("S"|attr\(data-monogram\))/);
      expect(box(element).dataset['monogram']).to.equal('S');
      expect(box(element).getAttribute('aria-hidden')).to.equal('true');
    });
  }

  it('shows the monogram after an error, and the next picture after that', async () => {
    const element = await shown({source: BROKEN});
    const picture = image(element)!;
    await oneEvent(picture, 'error');
    expect(getComputedStyle(picture).visibility).to.equal('hidden');
    expect(monogram(element).content).not.to.equal('none');
    show(element, logo({name: 'Slack', source: PIXEL}));
    expect(image(element)).to.equal(picture);
    await oneEvent(picture, 'load');
    expect(getComputedStyle(picture).visibility).to.equal('visible');
    expect(monogram(element).content).to.equal('none');
  });

  it('takes the same room with, without and before a picture', async () => {
    for (const [size, pixels] of [
      ['small', 24],
      ['medium', 40],
      ['large', 56],
    ] as const) {
      for (const source of [PIXEL, BROKEN, undefined]) {
        const {width, height} = box(await shown({source, size})).getBoundingClientRect();
        expect([width, height]).to.deep.equal([pixels, pixels]);
      }
    }
  });

  it('paints the monogram on the brand colour, if that is one', async () => {
    const element = await shown({colour: '#4a154b'});
    expect(painted(monogram(element).backgroundColor)).to.deep.equal([74, 21, 75]);
    show(element, logo({name: 'Slack', source: undefined, colour: 'red;background:url(//x)'}));
    expect(box(element).style.getPropertyValue('--_brand')).to.equal('');
  });

  it('can be read on any colour', async () => {
    const element = await host();
    const steps = ['00', '33', '55', '77', '88', '99', 'cc', 'ff'];
    for (const red of steps) {
      for (const green of steps) {
        for (const blue of ['00', '77', 'ff']) {
          const colour = `#${red}${green}${blue}`;
          show(element, logo({name: 'Slack', source: undefined, colour}));
          const {color, backgroundColor} = monogram(element);
          expect(contrast(color, backgroundColor), colour).to.be.at.least(4.5);
        }
      }
    }
  });

  for (const theme of ['light', 'dark']) {
    it(`passes axe in the ${theme} theme`, async () => {
      document.documentElement.style.setProperty('color-scheme', theme);
      const element = await host();
      show(
        element,
        html`${logo({name: 'Slack', source: undefined})}${logo({name: 'Notion', source: PIXEL})}`,
      );
      await stilled();
      await expect(element).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }
});
