// Whatever can be made here can be saved, and whatever was saved can be opened and shortened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Node, Slice, Fragment } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { commandFor } from '../src/commands.ts';
import { count } from '../src/count.ts';
import { fromJson, jsonText, TooLarge, toJson } from '../src/json.ts';
import { extentOf, flattenDeep, type Limit, limitsPlugin } from '../src/limits.ts';
import { limits, schema, storedLimits } from '../src/schema.ts';

const node = (name: string, ...content: Node[]) => schema.nodes[name]!.create(null, content);
const paragraph = (text: string) => node('paragraph', ...(text ? [schema.text(text)] : []));
const nested = (levels: number, level = 1): Node => node('bulletList',
  node('listItem', paragraph(`cấp ${level}`), ...(level < levels ? [nested(levels, level + 1)] : []), ...(level === 2 ? [paragraph('sau cấp 2')] : [])));
const table = (rows: number, columns: number) => node('table', ...Array.from({ length: rows }, (_r, r) => node('tableRow',
  ...Array.from({ length: columns }, (_c, c) => node('tableCell', paragraph(`Hộ ${r}.${c}`))))));
const doc = (...blocks: Node[]) => node('doc', ...blocks);
const opened = (start: Node) => {
  const told: Limit[] = [];
  let state = EditorState.create({ doc: fromJson(JSON.stringify(toJson(start))), plugins: [limitsPlugin((limit) => told.push(limit))] });
  return {
    told,
    get doc() { return state.doc; },
    get state() { return state; },
    apply(change: (tr: EditorState['tr']) => EditorState['tr']) { state = state.apply(change(state.tr)); },
  };
};
const textsOf = (start: Node) => {
  const texts: string[] = [];
  start.descendants((each) => {
    if (each.isText) texts.push(each.text!);
  });
  return texts;
};

test('a document is measured as its JSON is', () => {
  for (const each of [doc(paragraph('')), doc(paragraph('Ủy ban "nhân dân"'), nested(5), table(3, 2))]) {
    const json = JSON.stringify(toJson(each));
    assert.equal(jsonText(each), json);
    assert.equal(extentOf(each).bytes, new TextEncoder().encode(json).length);
  }
  assert.equal(extentOf(doc(nested(6))).depth, 15);
});

test('lists that are pasted too deep are raised, and nothing of their text is lost', () => {
  for (const levels of [6, 7, 9, 20]) {
    const state = EditorState.create({ doc: doc(paragraph('Đoạn mở đầu.')) });
    const deep = nested(levels);
    const tr = state.tr.replaceWith(state.doc.content.size, state.doc.content.size, deep);
    assert.equal(flattenDeep(tr), levels > 6);
    tr.doc.check();
    assert.ok(extentOf(tr.doc).depth <= limits.depth, `${levels} levels`);
    assert.deepEqual(textsOf(tr.doc), ['Đoạn mở đầu.', ...textsOf(deep)]);
    assert.ok(fromJson(JSON.stringify(toJson(tr.doc))).eq(tr.doc));
  }
  const cell = EditorState.create({ doc: doc(node('table', node('tableRow', node('tableCell', paragraph(''))))) });
  const inCell = cell.tr.replaceWith(4, 5, nested(8));
  flattenDeep(inCell);
  inCell.doc.check();
  assert.ok(extentOf(inCell.doc).depth <= limits.depth);
  assert.deepEqual(textsOf(inCell.doc), textsOf(nested(8)));
});

test('the caret stays behind the words it stood behind', () => {
  const state = EditorState.create({ doc: doc(nested(8)) });
  const end = state.doc.content.size - 2 * 8 - 1 - paragraph('sau cấp 2').nodeSize;
  const tr = state.tr.setSelection(TextSelection.near(state.doc.resolve(end), -1));
  const before = tr.doc.textBetween(0, tr.selection.head, '|');
  assert.ok(before.endsWith('cấp 8'), before);
  flattenDeep(tr);
  assert.ok(tr.doc.textBetween(0, tr.selection.head, '|').endsWith('cấp 8'));
});

test('what is being written grows to its limits and no further', () => {
  const long = opened(doc(paragraph('a'.repeat(limits.characters - 1))));
  long.apply((tr) => tr.insertText('b', 1));
  assert.equal(extentOf(long.doc).characters, limits.characters);
  long.apply((tr) => tr.insertText('c', 1));
  assert.equal(extentOf(long.doc).characters, limits.characters);
  assert.deepEqual(long.told, ['size']);
  long.apply((tr) => tr.delete(1, 3)); // shorter is always right
  assert.equal(extentOf(long.doc).characters, limits.characters - 2);

  const rows = Math.ceil(limits.nodes / 31);
  const wide = opened(doc(paragraph('')));
  wide.apply((tr) => tr.replaceRange(0, 0, new Slice(Fragment.from(table(rows, 10)), 0, 0)));
  assert.deepEqual(wide.told, ['size']);
  assert.ok(wide.doc.eq(doc(paragraph(''))));
});

test('a list is not indented beyond the deepest level', () => {
  const deepest = node('bulletList', node('listItem', paragraph('một')), node('listItem', paragraph('hai')));
  const around = (levels: number, inner: Node): Node => (levels === 0 ? inner : node('bulletList', node('listItem', paragraph(''), around(levels - 1, inner))));
  for (const [levels, may] of [[4, true], [5, false]] as [number, boolean][]) {
    const told: Limit[] = [];
    let state = EditorState.create({ doc: doc(around(levels, deepest)), plugins: [limitsPlugin((limit) => told.push(limit))] });
    let at = 0;
    state.doc.descendants((each, pos) => {
      if (each.isText && each.text === 'hai') at = pos;
    });
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    const indent = commandFor('indent')!;
    assert.equal(indent(state), may); // the tool is grey
    const before = state.doc;
    indent(state, (tr) => { state = state.apply(tr); });
    assert.equal(state.doc.eq(before), !may);
    assert.deepEqual(told, may ? [] : ['depth']);
  }
});

test('what is over the limits opens, may be shortened, and does not grow', () => {
  const deep = opened(doc(nested(9)));
  deep.apply((tr) => tr.insertText('x', 3)); // as deep as it was
  assert.ok(deep.doc.textContent.startsWith('x'));
  assert.deepEqual(deep.told, []);

  const long = opened(doc(paragraph('a'.repeat(limits.characters + 1000))));
  long.apply((tr) => tr.delete(1, 11));
  assert.equal(extentOf(long.doc).characters, limits.characters + 990);
  long.apply((tr) => tr.insertText('b', 1));
  assert.equal(extentOf(long.doc).characters, limits.characters + 990);
  assert.deepEqual(long.told, ['size']);

  // Only what no program of the house ever stored is refused, and not as something unknown.
  assert.throws(() => fromJson(JSON.stringify(toJson(doc(nested(storedLimits.depth))))), TooLarge);
  assert.throws(() => fromJson('{"type":"doc","content":[{"type":"video"}]}'), (error) => !(error instanceof TooLarge));
});

test('a table of 1,500 × 10 is ordinary', (context) => {
  let large = doc(paragraph('Danh sách'), table(1500, 10));
  assert.ok(large.eq(fromJson(jsonText(large))));
  assert.ok(extentOf(large).nodes < limits.nodes / 2);
  count(large);
  jsonText(large);
  // A key changes one cell; what follows each key must not go through all the others again.
  const state = EditorState.create({ doc: large });
  let best = Infinity;
  let at = 0;
  state.doc.descendants((each, pos) => {
    if (each.isText && each.text === 'Hộ 750.5') at = pos;
  });
  for (let i = 0; i < 10; i++) {
    large = EditorState.create({ doc: large }).tr.insertText('x', at).doc;
    const begin = performance.now();
    const { nodes } = extentOf(large);
    const { words } = count(large);
    const text = jsonText(large.child(1));
    best = Math.min(best, performance.now() - begin);
    assert.ok(nodes > 46_000 && words > 15_000 && text.length > 1_000_000);
  }
  context.diagnostic(`measure, count and JSON after a key: ${best.toFixed(2)} ms`);
  const begin = performance.now();
  JSON.stringify(toJson(large.child(1)));
  const whole = performance.now() - begin;
  context.diagnostic(`all of it anew: ${whole.toFixed(2)} ms`);
  assert.ok(best < whole / 3, `${best} ms of ${whole} ms`);
});
