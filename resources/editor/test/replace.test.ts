// transformInto on random documents: it always arrives, and a caret in what nobody changed stays in the same word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fragment, type Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { fromJson } from '../src/json.ts';
import { transformInto } from '../src/replace.ts';
import { schema } from '../src/schema.ts';

// SplitMix32: a seed reproduces a run.
function dice(seed: number) {
  return (bound: number) => {
    seed = (seed + 0x9e3779b9) | 0;
    let z = seed ^ (seed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    z ^= z >>> 15;
    return (z >>> 0) % bound;
  };
}
type Roll = ReturnType<typeof dice>;

const words = ['Ủy', 'ban', 'nhân', 'dân', 'huyện', 'họp', 'a', 'aa', 'aaa'];
const node = (name: string, attrs: object | null, ...content: Node[]) => schema.nodes[name]!.create(attrs, content);

function inline(roll: Roll): Node[] {
  return Array.from({ length: roll(4) }, () => schema.text(`${words[roll(words.length)]} `,
    roll(4) === 0 ? [schema.marks['bold']!.create()] : []));
}
const text = (roll: Roll) => node('paragraph', { align: roll(6) ? 'start' : 'center' }, ...inline(roll));

function block(roll: Roll, depth = 0): Node {
  switch (roll(depth > 1 ? 3 : 8)) {
    case 0: return node('heading', { level: 2 + roll(3) }, ...inline(roll));
    case 3: return node('bulletList', null, ...some(roll, () => node('listItem', null, text(roll), ...(roll(3) ? [] : [block(roll, depth + 1)]))));
    case 4: return node('table', null, ...some(roll, () => node('tableRow', null, node('tableCell', null, text(roll)), node('tableCell', null, text(roll)))));
    case 5: return node('figure', { credit: words[roll(3)] }, node('figimage', { alt: words[roll(4)] }), node('figcaption', null, ...inline(roll)));
    case 6: return node('horizontalRule', null);
    case 7: return node('blockquote', null, ...some(roll, () => text(roll)));
    default: return text(roll);
  }
}
const some = (roll: Roll, make: () => Node) => Array.from({ length: 1 + roll(3) }, make);
const document = (roll: Roll) => node('doc', null, ...Array.from({ length: 1 + roll(8) }, () => block(roll)));

// Most changes are small: some blocks dropped, added, or made anew.
function changed(roll: Roll, doc: Node): Node {
  const blocks: Node[] = [];
  doc.forEach((child) => {
    const fate = roll(6);
    if (fate === 0) return;
    if (fate === 1) blocks.push(block(roll));
    blocks.push(fate === 2 ? child.type.create(child.attrs, child.inlineContent ? Fragment.from(inline(roll)) : child.content) : child);
  });
  return node('doc', null, ...(blocks.length ? blocks : [text(roll)]));
}

test('it arrives at every target', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const roll = dice(seed);
    const before = document(roll);
    const after = seed % 3 ? changed(roll, before) : document(roll);
    const tr = transformInto(EditorState.create({ schema, doc: before }).tr, after);
    tr.doc.check();
    assert.ok(tr.doc.eq(after), `seed ${seed}\n${before}\n${tr.doc}\n${after}`);
    if (before.eq(after)) assert.equal(tr.steps.length, 0);
  }
});

const paragraphs = (...texts: string[]) => node('doc', null, ...texts.map((each) => node('paragraph', null, schema.text(each))));

test('the caret stays in its word', () => {
  const before = paragraphs('một hai ba', 'bốn năm sáu', 'bảy tám chín');
  const state = EditorState.create({ schema, doc: before });
  const caret = 12 + 1 + 7; // after "bốn năm"
  const at = state.apply(state.tr.setSelection(TextSelection.create(before, caret)));
  const after = paragraphs('mới', 'một HAI ba', 'bốn năm sáu rồi', 'bảy tám chín');
  const { selection, doc } = at.apply(transformInto(at.tr, after));
  assert.equal(doc.textBetween(selection.$head.start(), selection.head), 'bốn năm');
});

test('a change of attributes alone moves nothing', () => {
  const before = fromJson('{"type":"doc","content":[{"type":"figure","content":[{"type":"figimage"},{"type":"figcaption"}]}]}');
  const after = fromJson('{"type":"doc","content":[{"type":"figure","attrs":{"credit":"x"},"content":[{"type":"figimage","attrs":{"alt":"y"}},{"type":"figcaption"}]}]}');
  const tr = transformInto(EditorState.create({ schema, doc: before }).tr, after);
  assert.ok(tr.doc.eq(after));
  assert.equal(tr.mapping.map(3), 3);
});
