// The documents that app/document is tried on too (tests/document/fixtures): the same HTML, the same refusals, and the
// same bytes when they are written again.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { fromJson, toJson } from '../src/json.ts';
import { schema } from '../src/schema.ts';

const fixtures = join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/document/fixtures');
const read = (name: string) => readFileSync(join(fixtures, name), 'utf8').replace(/\n$/, '');

// Both sides go through one parser and writer: they differ in what they escape, and in the order of attributes.
function normalised(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const element of document.body.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  return document.body.innerHTML;
}

function serialised(json: string): string {
  const { document } = parseHTML('<html><body></body></html>');
  const body = document.body as unknown as HTMLElement;
  body.append(DOMSerializer.fromSchema(schema).serializeFragment(fromJson(json).content, { document: document as unknown as Document }));
  return normalised(body.innerHTML);
}

const names = existsSync(fixtures)
  ? readdirSync(fixtures).filter((name) => name.endsWith('.json') && name !== 'refused.json').map((name) => name.slice(0, -5)) : [];

test('there are fixtures', { skip: !existsSync(fixtures) }, () => assert.ok(names.length > 5));

for (const name of ['seed-article', 'word']) {
  test(`${name}: read and written, it is the same`, () => {
    const json = readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/ui/editor/fixtures', `${name}.json`), 'utf8');
    const doc = fromJson(json);
    assert.deepEqual(toJson(doc), JSON.parse(json));
    assert.ok(fromJson(JSON.stringify(toJson(doc))).eq(doc));
  });
}

for (const name of names) {
  test(`${name}: the HTML of app/document`, () => assert.equal(serialised(read(`${name}.json`)), normalised(read(`${name}.html`))));

  test(`${name}: written again, and read again, it is the same`, () => {
    const doc = fromJson(read(`${name}.json`));
    const written = JSON.stringify(toJson(doc));
    assert.equal(JSON.stringify(toJson(fromJson(written))), written);
  });

  test(`${name}: its own HTML reads back as the document`, () => {
    const doc = fromJson(read(`${name}.json`));
    const { document } = parseHTML(`<html><body>${serialised(read(`${name}.json`))}</body></html>`);
    const parsed = DOMParser.fromSchema(schema).parse(document.body as unknown as HTMLElement, { preserveWhitespace: 'full' });
    assert.equal(parsed.toString(), doc.toString());
  });
}

// What the page does not look at: it repairs texts (NFC, control characters) when it writes, and the desk has looked.
const textRules = /NUL|DEL|C1|tab|newline|control|surrogate|noncharacter|U\+/i;

test('what app/document refuses, the page refuses', { skip: !existsSync(fixtures) }, () => {
  const refused = JSON.parse(read('refused.json')) as { name: string; document: unknown }[];
  for (const { name, document } of refused) {
    if (textRules.test(name)) continue;
    assert.throws(() => fromJson(JSON.stringify(document)), RangeError, name);
  }
});
