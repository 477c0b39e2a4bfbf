// What is written and read can be read by everybody, on a light desk and on a dark one: contrast by WCAG 2.1, AA.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

type Colours = Record<string, string>;

const read = (path: string) => readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'resources', path), 'utf8');

// The custom properties of all rules with that selector.
function properties(css: string, selector: string): Colours {
  const found: Colours = {};
  for (const [, name, block] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (name!.replace(/\/\*.*?\*\/|@import[^;]*;/gs, '').trim() !== selector) continue;
    for (const [, key, value] of block!.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)) found[key!] = value!;
  }
  return found;
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function check(colours: Colours, where: string, pairs: [string, string, number][]): void {
  for (const [ink, ground, least] of pairs) {
    assert.ok(colours[ink] && colours[ground], `${where}: --${ink} or --${ground} is not there`);
    const found = contrast(colours[ink], colours[ground]);
    assert.ok(found >= least, `${where}: --${ink} on --${ground} is ${found.toFixed(2)}, not ${least}`);
  }
}

const texts = 4.5;
const lines = 3;

test('the sheet that is written on', () => {
  const [content, editor] = [read('editor/content.css'), read('editor/editor.css')];
  const light = { ...properties(content, ':root'), ...properties(editor, ':root') };
  const dark = { ...light, ...properties(editor, 'html.is-dark') };
  for (const [where, colours] of Object.entries({ light, dark })) {
    check(colours, where, [
      ['ink', 'paper', texts], ['soft', 'paper', texts], ['red', 'paper', texts], ['faint', 'paper', texts],
      ['ink', 'sand', texts], ['soft', 'sand', texts], ['red', 'sand', texts],
      ['ink', 'mine', texts], ['ink', 'theirs', texts], ['red', 'mine', texts], ['red', 'theirs', texts],
      ['mine-line', 'paper', lines], ['theirs-line', 'paper', lines],
      ['ink', 'found', texts], ['red', 'found', texts], ['found-ink', 'found-current', texts],
      ['ink', 'form', texts], ['soft', 'form', texts], ['bad', 'form', texts],
      ['ink', 'field', texts], ['faint', 'field', texts], ['ink', 'bad-ground', texts],
      ['field-line', 'form', lines], ['bad-line', 'form', lines],
    ]);
  }
  assert.ok(luminance(dark['paper']!) < 0.05 && luminance(light['paper']!) > 0.9);
});

test('the item that is read', () => {
  const tokens = properties(read('portal/css/tokens.css'), ':root');
  const night = read('review/dark.css');
  const dark = { ...tokens, ...properties(night, ':root') };
  for (const [where, colours] of Object.entries({ light: tokens, dark }))
    check(colours, where, [
      ['ink', 'sheet', texts], ['soft', 'sheet', texts], ['red', 'sheet', texts], ['ink', 'sand', texts],
      ['soft', 'sand', texts], ['ink', 'notice', texts],
    ]);
  for (const css of [read('review/reading.css'), night]) // words that were put in, and words that were taken out
    for (const name of ['ins', 'del']) {
      const rule = new RegExp(`\\n${name}[^{]*\\{ background: (#[0-9a-f]{6}); color: (#[0-9a-f]{6})`).exec(css);
      assert.ok(rule, name);
      assert.ok(contrast(rule[1]!, rule[2]!) >= texts, `${name}: ${contrast(rule[1]!, rule[2]!).toFixed(2)}`);
    }
});
