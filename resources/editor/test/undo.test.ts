// What was done in the text is forgotten, and nothing else with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { EditorState, type Transaction } from 'prosemirror-state';
import { findPlugin, foundIn, look } from '../src/find.ts';
import { schema } from '../src/schema.ts';
import { undoPlugin, withoutUndo } from '../src/undo.ts';

test('nothing is left to be undone or done again, and all else stays', () => {
  const doc = schema.nodes['doc']!.create(null, schema.nodes['paragraph']!.create(null, schema.text('xã một, xã hai')));
  let state = EditorState.create({ doc, plugins: [undoPlugin, findPlugin] });
  const take = (tr: Transaction) => { state = state.apply(tr); };
  take(state.tr.insertText('A', 1));
  take(state.tr.insertText('B', 10));
  undo(state, take);
  take(look(state, { text: 'xã', matchCase: false }));
  assert.deepEqual([undoDepth(state), redoDepth(state)], [1, 1]);
  const before = state;
  state = withoutUndo(state);
  assert.deepEqual([undoDepth(state), redoDepth(state)], [0, 0]);
  assert.ok(state.doc.eq(before.doc) && state.selection.eq(before.selection));
  assert.deepEqual(foundIn(state), { current: 1, total: 2 });
  assert.equal(undo(state), false);
  assert.equal(redo(state), false);
  take(state.tr.insertText('C', 1));
  undo(state, take);
  assert.ok(state.doc.eq(before.doc)); // what is done from now on can be undone again
});
