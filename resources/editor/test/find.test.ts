// What a person looks for is found wherever he would see it, and replaced in one step that can be taken back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { history, redo, undo } from 'prosemirror-history';
import { type Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { findAll, findPlugin, foundIn, letGo, look, replaceAll, replaceCurrent, step, tookAll } from '../src/find.ts';
import { schema } from '../src/schema.ts';

const node = (name: string, ...content: Node[]) => schema.nodes[name]!.create(null, content);
const bold = (text: string) => schema.text(text, [schema.marks['bold']!.create()]);
const paragraph = (...texts: (string | Node)[]) => node('paragraph', ...texts.map((each) => (typeof each === 'string' ? schema.text(each) : each)));
const doc = (...blocks: Node[]) => node('doc', ...blocks);
const textAt = (start: Node, search: string, matchCase = false) => (
  findAll(start, { text: search, matchCase }).map(({ from, to }) => start.textBetween(from, to, '|', '\ufffc')));

function opened(start: Node) {
  let state = EditorState.create({ doc: start, plugins: [history(), findPlugin] });
  return {
    get state() { return state; },
    get text() { return state.doc.textBetween(0, state.doc.content.size, '\n'); },
    get chosen() { return state.doc.textBetween(state.selection.from, state.selection.to); },
    get found() { return foundIn(state); },
    do(tr: Transaction | null) { if (tr) state = state.apply(tr); },
    undo() { undo(state, (tr) => { state = state.apply(tr); }); },
    redo() { redo(state, (tr) => { state = state.apply(tr); }); },
  };
}

test('words are found in any case, through formatting, blanks that do not break and letters put together', () => {
  const text = doc(paragraph('Ủy ban ', bold('nhân'), ' dân'), node('heading', schema.text('ỦY BAN')),
    node('bulletList', node('listItem', paragraph('họp với ủy\u00a0ban'))), paragraph('U\u0309y ban'.normalize('NFD'), ' khác'));
  assert.deepEqual(textAt(text, 'ủy ban').map((each) => each.normalize('NFC')), ['Ủy ban', 'ỦY BAN', 'ủy\u00a0ban', 'Ủy ban']);
  assert.deepEqual(textAt(text, 'Ủy ban', true).map((each) => each.normalize('NFC')), ['Ủy ban', 'Ủy ban']);
  assert.deepEqual(textAt(text, 'ban nhân d'), ['ban nhân d']);
  assert.deepEqual(textAt(text, 'uy ban'), []); // another word
  assert.deepEqual(textAt(text, 'dân ủy'), []); // two paragraphs
  assert.deepEqual(textAt(text, ''), []);
  assert.deepEqual(textAt(doc(paragraph('aaaa')), 'aa'), ['aa', 'aa']);
  assert.deepEqual(textAt(doc(paragraph('İİ một')), 'một'), ['một']); // its small letter is longer
  assert.deepEqual(textAt(doc(paragraph('a', node('hardBreak'), 'b xã')), 'xã'), ['xã']);
});

// The words that the desk's fields over the text are tried on too.
test('a word is found with its tone on either letter', () => {
  interface Case { find: string; matchCase: boolean; text: string; places: string[] }
  const cases = JSON.parse(readFileSync(join(process.env['TOASOAN_SOURCE_DIR']!, 'tests/ui/editor/fixtures/finding.json'), 'utf8')) as Case[];
  for (const { find, matchCase, text, places } of cases)
    assert.deepEqual(textAt(doc(paragraph(text)), find, matchCase), places, `${find} in ${text}`);
});

test('what stands there is replaced, however it is written', () => {
  const editor = opened(doc(paragraph('Vì hoà bình, vì Hòa Bình, hoàn toàn')));
  editor.do(look(editor.state, { text: 'hòa', matchCase: false }));
  editor.do(replaceAll(editor.state, 'thanh'));
  assert.equal(editor.text, 'Vì thanh bình, vì thanh Bình, hoàn toàn');
});

test('the places are gone through in a circle, both ways, from the caret on', () => {
  const editor = opened(doc(paragraph('xã một'), paragraph('Xã hai'), paragraph('xã ba')));
  editor.do(look(editor.state, { text: 'xã', matchCase: false }));
  assert.deepEqual(editor.found, { current: 1, total: 3 });
  for (const [by, current] of [[1, 2], [1, 3], [1, 1], [-1, 3], [-1, 2]] as const) {
    editor.do(step(editor.state, by));
    assert.deepEqual(editor.found, { current, total: 3 });
  }
  assert.equal(editor.chosen, 'Xã');
  // More letters: it stays where it is.
  editor.do(look(editor.state, { text: 'xã h', matchCase: false }));
  assert.deepEqual(editor.found, { current: 1, total: 1 });
  editor.do(look(editor.state, { text: 'huyện', matchCase: false }));
  assert.deepEqual(editor.found, { current: 0, total: 0 });
  editor.do(step(editor.state, 1));
  editor.do(letGo(editor.state));
  assert.deepEqual(editor.found, { current: 0, total: 0 });
});

test('what is typed meanwhile is counted, and the chosen place stays the same one', () => {
  const editor = opened(doc(paragraph('xã một'), paragraph('xã hai')));
  editor.do(look(editor.state, { text: 'xã', matchCase: false }));
  editor.do(step(editor.state, 1));
  editor.do(editor.state.tr.insertText('xã mới, ', 1));
  assert.deepEqual(editor.found, { current: 3, total: 3 });
});

test('one place is replaced, in its own form, and the next one is chosen', () => {
  const editor = opened(doc(paragraph('huyện ', bold('huyện'), ' và huyện')));
  editor.do(look(editor.state, { text: 'huyện', matchCase: false }));
  editor.do(step(editor.state, 1));
  editor.do(replaceCurrent(editor.state, 'xã huyện')); // what was put in is not found again at once
  assert.equal(editor.text, 'huyện xã huyện và huyện');
  assert.deepEqual(editor.found, { current: 3, total: 3 });
  assert.equal(editor.state.doc.nodeAt(8)!.marks[0]!.type.name, 'bold');
  editor.do(replaceCurrent(editor.state, ''));
  assert.equal(editor.text, 'huyện xã huyện và ');
  editor.undo();
  assert.equal(editor.text, 'huyện xã huyện và huyện');
  editor.undo();
  assert.equal(editor.text, 'huyện huyện và huyện');
});

test('all places are replaced as one step, which is not one with what was typed before', () => {
  const editor = opened(doc(paragraph('a huyện'), paragraph('huyện huyện')));
  editor.do(editor.state.tr.insertText('Huyện ', 1));
  editor.do(look(editor.state, { text: 'huyện', matchCase: false }));
  editor.do(replaceAll(editor.state, 'huyện ủy'));
  assert.equal(editor.text, 'huyện ủy a huyện ủy\nhuyện ủy huyện ủy');
  editor.undo();
  assert.equal(editor.text, 'Huyện a huyện\nhuyện huyện');
  editor.redo();
  assert.equal(editor.text, 'huyện ủy a huyện ủy\nhuyện ủy huyện ủy');
  editor.undo();
  editor.undo();
  assert.equal(editor.text, 'a huyện\nhuyện huyện');
});

const figure = (alt: string, caption: string, credit: string) => schema.nodes['figure']!.create({ credit }, [
  schema.nodes['figimage']!.create({ alt }), node('figcaption', ...(caption ? [schema.text(caption)] : []))]);
// Caption, description and credit, as they stand on the sheet.
const fieldsOf = (start: Node) => {
  const found: string[] = [];
  start.descendants((each) => {
    if (each.type.name === 'figure') found.push([each.textContent, each.firstChild!.attrs['alt'], each.attrs['credit']].join('|'));
  });
  return found;
};

test('caption, description and credit of a picture are found, in the order they stand in', () => {
  const editor = opened(doc(paragraph('xã một'), figure('Xã xã', 'của xã', 'đài xã'), figure('', '', ''), paragraph('xã hai')));
  editor.do(look(editor.state, { text: 'xã', matchCase: false }));
  const places: string[] = [];
  for (let i = 0; i < 6; i++) {
    const { current, total } = editor.found;
    assert.deepEqual([current, total], [i + 1, 6]);
    const { field, from, to } = findAll(editor.state.doc, { text: 'xã', matchCase: false })[i]!;
    places.push(field ? `${field.name} ${field.from}` : editor.state.doc.textBetween(from, to));
    editor.do(look(editor.state, { text: 'xã', matchCase: false })); // asked again, it stays where it is
    assert.equal(editor.found.current, i + 1);
    if (field) editor.do(editor.state.tr.insertText('ừ ', 1)); // and when something is typed
    assert.equal(editor.found.current, i + 1);
    assert.equal(editor.state.selection.empty, field !== undefined); // the next key does not take the picture away
    assert.ok(editor.state.selection.$from.parent.isTextblock);
    editor.do(step(editor.state, 1));
  }
  assert.deepEqual(places, ['xã', 'xã', 'alt 0', 'alt 3', 'credit 4', 'xã']);
  assert.equal(editor.found.current, 1);
  assert.equal(findAll(editor.state.doc, { text: 'xã', matchCase: true }).length, 5);
  assert.equal(findAll(doc(figure('Ủy\u00a0ban '.normalize('NFD'), '', '')), { text: 'ủy ban', matchCase: false })[0]!.field!.to, 'Ủy\u00a0ban'.normalize('NFD').length);
});

test('what is found in the fields of a picture is replaced, and taken back with the rest', () => {
  const editor = opened(doc(paragraph('xã'), figure('Xã họp xã', 'xã', 'đài xã'), paragraph('xã')));
  const start = editor.state.doc;
  editor.do(look(editor.state, { text: 'xã', matchCase: false }));
  for (let i = 0; i < 2; i++) editor.do(step(editor.state, 1));
  assert.equal(editor.found.current, 3);
  editor.do(replaceCurrent(editor.state, 'phường xã')); // what was put in is not found again at once
  assert.deepEqual(fieldsOf(editor.state.doc), ['xã|phường xã họp xã|đài xã']);
  assert.deepEqual(editor.found, { current: 4, total: 6 });
  editor.do(replaceCurrent(editor.state, ''));
  assert.deepEqual(fieldsOf(editor.state.doc), ['xã|phường xã họp |đài xã']);
  editor.do(replaceAll(editor.state, 'phường'));
  assert.deepEqual(fieldsOf(editor.state.doc), ['phường|phường phường họp |đài phường']);
  assert.deepEqual(editor.found, { current: 0, total: 0 });
  for (let i = 0; i < 3; i++) editor.undo();
  assert.ok(editor.state.doc.eq(start));
});

test('a field takes no more than can be saved', () => {
  const editor = opened(doc(paragraph('xã'), figure('xã', 'xã', 'xã')));
  editor.do(look(editor.state, { text: 'xã', matchCase: false }));
  const all = replaceAll(editor.state, 'a'.repeat(301))!;
  assert.ok(!tookAll(all));
  editor.do(all);
  assert.deepEqual(fieldsOf(editor.state.doc), [`${'a'.repeat(301)}|${'a'.repeat(301)}|xã`]);
  assert.deepEqual(editor.found, { current: 0, total: 1 });
  editor.do(step(editor.state, 1));
  const one = replaceCurrent(editor.state, 'a'.repeat(301))!;
  assert.ok(!tookAll(one) && !one.docChanged);
  editor.do(one);
  assert.deepEqual(editor.found, { current: 1, total: 1 });
  const fits = replaceCurrent(editor.state, 'a'.repeat(300))!;
  assert.ok(tookAll(fits));
  editor.do(fits);
  editor.state.doc.check();
});
