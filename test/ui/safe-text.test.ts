import {expect, fixture} from '@open-wc/testing';
import fc from 'fast-check';
import {html} from 'lit';
import {firstGrapheme, plainText} from '../../src/ui/safe.js';
import {propertyRuns} from '../support/property-runs.js';

const forged = JSON.parse(
  '{"_$litType$":1,"strings":["<img src=x onerror=alert(1)>"],"values":[],"raw":["x"]}',
) as unknown;

describe('plainText', () => {
  it('keeps a string', () => {
    expect(plainText('Send <b>messages</b>\nto Slack')).to.equal('Send <b>messages</b>\nto Slack');
  });

  it('turns numbers into text, and other values into nothing', () => {
    expect(plainText(42)).to.equal('42');
    for (const raw of [undefined, null, true, {}, [], Symbol('x'), () => 'x', new Map()]) {
      expect(plainText(raw)).to.equal('');
    }
  });

  it('reads the text inside React nodes and arrays', () => {
    const node = {
      type: 'p',
      props: {children: ['Connect ', {type: 'b', props: {children: 'Slack'}}, 1]},
    };
    expect(plainText(node)).to.equal('Connect Slack1');
  });

  it('gives nothing for a forged template', () => {
    expect(plainText(forged)).to.equal('');
    expect(plainText(html`<b>x</b>`)).to.equal('');
    expect(plainText({strings: ['<b>'], values: ['x']})).to.equal('');
  });

  it('never renders markup for a forged template', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>${plainText(forged)}${plainText([forged, '<i>x</i>'])}</div>`,
    );
    expect(box.querySelector('*')).to.equal(null);
    expect(box.textContent).to.equal('<i>x</i>');
  });

  it('ends on cyclic and deep values', () => {
    const cyclic: {props: {children: unknown}} = {props: {children: undefined}};
    cyclic.props.children = [cyclic, 'x', cyclic];
    let deep: unknown = 'x';
    for (let i = 0; i < 1e5; i++) deep = {props: {children: deep}};
    expect(plainText(cyclic).replaceAll('x', '')).to.equal('');
    expect(plainText(deep)).to.equal('');
  });

  it('drops controls and the marks that turn text around', () => {
    expect(plainText('a\u0000b\u001b[31m\u202egpj.exe\tc\r\nd')).to.equal('ab[31mgpj.exe\tc\nd');
  });

  it('cuts between graphemes, never longer than asked', () => {
    expect(plainText('abcdef', 6)).to.equal('abcdef');
    expect(plainText('abcdefg', 6)).to.equal('abcde…');
    expect(plainText('ab👩🏽‍🚀cd', 6)).to.equal('ab…');
    expect(plainText('ae\u0301\u0301\u0301\u0301', 4)).to.equal('a…');
    expect(plainText('hello world again', 7)).to.equal('hello…');
  });

  it('cuts inside a grapheme without end, not inside a surrogate pair', () => {
    expect(plainText(`a${'\u0301'.repeat(50)}`, 10)).to.have.length(10);
    expect(plainText('😀'.repeat(1) + '\u200d😀'.repeat(50), 3)).to.equal('😀…');
  });

  it('is well formed and short enough, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', maxLength: 80}),
        fc.integer({min: 2, max: 40}),
        (text, max) => {
          const cut = plainText(text, max);
          expect(cut.length).to.be.at.most(max);
          expect(() => encodeURIComponent(cut)).not.to.throw();
        },
      ),
      propertyRuns(50),
    );
  });
});

describe('firstGrapheme', () => {
  it('takes the first character as people see it', () => {
    expect(firstGrapheme('Slack')).to.equal('S');
    expect(firstGrapheme('  é́x')).to.equal('é́');
    expect(firstGrapheme('👩🏽‍🚀 Space')).to.equal('👩🏽‍🚀');
    expect(firstGrapheme('')).to.equal('');
  });
});
