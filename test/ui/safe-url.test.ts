import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {safeImage, safeLink} from '../../src/ui/safe.js';
import {propertyRuns} from '../support/property-runs.js';

const HOSTILE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'javascript\r\n:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'javascript:/*--></script>*/alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'filesystem:https://example.com/1',
  'about:blank',
  'view-source:https://example.com',
  'intent://scan/#Intent;scheme=zxing;end',
  'ftp://example.com/',
  'ws://example.com/',
  'chrome://settings',
  '&#106;avascript:alert(1)',
  'j&#x61;vascript:alert(1)',
  '%6Aavascript:alert(1)',
  'jav\u0000ascript:alert(1)',
  'https://',
  'https://user@evil.example/',
  'https://google.com:x@evil.example/',
  '',
  ' ',
];
const RELATIVE = [
  '//evil.example/',
  '/path',
  './path',
  'path',
  '#hash',
  '?query',
  '\\\\evil.example',
];
const NO_STRINGS = [undefined, null, 1, true, {}, [], {toString: () => 'https://a.example/'}];

describe('safeLink', () => {
  for (const raw of [...HOSTILE, ...RELATIVE]) {
    it(`refuses ${JSON.stringify(raw)}`, () => {
      expect(safeLink(raw)).to.equal(undefined);
    });
  }

  it('refuses what is no string', () => {
    for (const raw of NO_STRINGS) expect(safeLink(raw)).to.equal(undefined);
  });

  it('keeps web and mail addresses', () => {
    expect(safeLink('https://docs.example/a?b=c#d')).to.equal('https://docs.example/a?b=c#d');
    expect(safeLink('http://docs.example')).to.equal('http://docs.example/');
    expect(safeLink('mailto:ada@example.com')).to.equal('mailto:ada@example.com');
  });

  it('drops the controls and spaces around an address', () => {
    expect(safeLink(' \u0000\nhttps://docs.example/ ')).to.equal('https://docs.example/');
    expect(safeLink('ht\ntps://docs.example/')).to.equal('https://docs.example/');
  });

  it('shows an imitated host in its ASCII form', () => {
    expect(safeLink('https://аpple.com/')).to.equal('https://xn--pple-43d.com/');
  });

  it('never answers another scheme, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary'}),
        fc.constantFrom('javascript:', 'data:', 'https:', ''),
        (rest, scheme) => {
          const safe = safeLink(scheme + rest);
          if (safe !== undefined) expect(new URL(safe).protocol).to.match(/^(https?|mailto):$/);
        },
      ),
      propertyRuns(50),
    );
  });
});

describe('safeImage', () => {
  const base = 'http://portal.example/app/';

  for (const raw of HOSTILE) {
    it(`refuses ${JSON.stringify(raw)}`, () => {
      expect(safeImage(raw)).to.equal(undefined);
    });
  }

  it('refuses what is no string', () => {
    for (const raw of NO_STRINGS) expect(safeImage(raw, base)).to.equal(undefined);
  });

  it('keeps https and refuses http of other hosts', () => {
    expect(safeImage('https://cdn.example/a.svg')).to.equal('https://cdn.example/a.svg');
    expect(safeImage('http://cdn.example/a.svg', base)).to.equal(undefined);
    expect(safeImage('http://localhost.evil.example/a.svg', base)).to.equal(undefined);
    expect(safeImage('http://127.0.0.1.evil.example/a.svg', base)).to.equal(undefined);
  });

  it('keeps http of this machine and of this origin', () => {
    for (const host of ['localhost:8080', 'cdn.localhost', '127.0.0.1:1', '[::1]:9']) {
      expect(safeImage(`http://${host}/a.svg`, base)).to.equal(`http://${host}/a.svg`);
    }
    expect(safeImage('http://portal.example/a.svg', base)).to.equal('http://portal.example/a.svg');
    expect(safeImage(`${location.origin}/a.svg`)).to.equal(`${location.origin}/a.svg`);
  });

  it('resolves a relative address only when told against what', () => {
    expect(safeImage('/a.svg')).to.equal(undefined);
    expect(safeImage('/a.svg', base)).to.equal('http://portal.example/a.svg');
  });

  it('keeps inline pictures of the common types, no other data', () => {
    for (const type of ['png', 'jpeg', 'gif', 'webp', 'svg+xml', 'PNG']) {
      const data = `data:image/${type};base64,AAAA`;
      expect(safeImage(data)).to.equal(data);
    }
    expect(safeImage('data:image/svg+xml,%3Csvg/%3E')).to.equal('data:image/svg+xml,%3Csvg/%3E');
    for (const type of [
      'text/html',
      'image/svg+xmlx',
      'image/png/x',
      'application/xhtml+xml',
      '',
    ]) {
      expect(safeImage(`data:${type},x`)).to.equal(undefined);
    }
  });
});
