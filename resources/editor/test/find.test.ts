// What a person looks for is found wherever he would see it, and replaced in one step that can be taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { history, redo, undo } from 'prosemirror-history';
import { type Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { findAll, findPlugin, foundIn, letGo, look, replaceAll, replaceCurrent, step } from '../src/find.ts';
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
