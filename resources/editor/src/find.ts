// Finding words in the text, and putting others in their place. What is found is marked by decorations: the document is
// not touched, and nothing of it is sent to the desk.
import { closeHistory } from 'prosemirror-history';
import { type Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { schema } from './schema.ts';

export interface Found { from: number; to: number }
export interface Search { text: string; matchCase: boolean }

interface Finding {
  search: Search | null;
  found: Found[];
  current: number; // index in found; -1 while none is chosen
}

const key = new PluginKey<Finding>('find');
const nothing: Finding = { search: null, found: [], current: -1 };

// What readers see as the same: blanks of every kind, and letters with or without their marks put together. One sign
// becomes one sign, so that places stay what they are; what changes its length is left alone.
function folded(text: string, matchCase: boolean): string {
  const plain = text.replace(/[\u00a0\u202f\u2007]/g, ' ');
  if (matchCase) return plain;
  let result = '';
  for (const sign of plain) {
    const small = sign.toLowerCase();
    result += small.length === sign.length ? small : sign;
  }
  return result;
}

interface Composed { text: string; starts: number[] } // starts[i]: where sign i began before it was composed

// A text that is being typed may hold a letter and its mark apart (NFD).
function composed(text: string): Composed {
  const starts: number[] = [];
  if (text.normalize('NFC') === text) {
    for (let i = 0; i <= text.length; i++) starts.push(i);
    return { text, starts };
  }
  let result = '';
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const whole = cluster.normalize('NFC');
    for (let i = 0; i < whole.length; i++) starts.push(index + Math.min(i, cluster.length));
    result += whole;
  }
  starts.push(text.length);
  return { text: result, starts };
}

// Places in one block of text, counted from its start. Remembered by block: a key changes one of them.
let rememberedFor = '';
let remembered = new WeakMap<Node, Found[]>();

function inBlock(block: Node, needle: string, matchCase: boolean): Found[] {
  const known = remembered.get(block);
  if (known) return known;
  const { text, starts } = composed(block.textBetween(0, block.content.size, undefined, '\ufffc'));
  const within = folded(text, matchCase);
  const found: Found[] = [];
  for (let at = within.indexOf(needle); at >= 0; at = within.indexOf(needle, at + needle.length))
    found.push({ from: starts[at]!, to: starts[at + needle.length]! });
  remembered.set(block, found);
  return found;
}

/// All places of those words, in the order of the text. Words do not run from one paragraph into the next.
export function findAll(doc: Node, { text, matchCase }: Search): Found[] {
  const needle = folded(text.normalize('NFC'), matchCase);
  if (needle === '') return [];
  const question = JSON.stringify([needle, matchCase]);
  if (question !== rememberedFor) {
    rememberedFor = question;
    remembered = new WeakMap();
  }
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { from, to } of inBlock(node, needle, matchCase)) found.push({ from: pos + 1 + from, to: pos + 1 + to });
    return false;
  });
  return found;
}

export const findPlugin: Plugin<Finding> = new Plugin<Finding>({
  key,
  state: {
    init: () => nothing,
    apply(tr, before) {
      const asked = tr.getMeta(key) as Finding | undefined;
      if (asked) return asked;
      if (!tr.docChanged || !before.search) return before;
      const found = findAll(tr.doc, before.search);
      const old = before.found[before.current];
      const place = old ? tr.mapping.map(old.from) : -1;
      return { ...before, found, current: found.findIndex(({ from }) => from === place) };
    },
  },
  props: {
    decorations(state) {
      const { found, current } = key.getState(state)!;
      if (found.length === 0) return null;
      return DecorationSet.create(state.doc, found.map(({ from, to }, i) => (
        Decoration.inline(from, to, { class: i === current ? 'found is-current' : 'found' }))));
    },
  },
});

/// How many places there are, and which of them is chosen: 1 for the first, 0 for none.
export function foundIn(state: EditorState): { current: number; total: number } {
  const { found, current } = key.getState(state) ?? nothing;
  return { current: current + 1, total: found.length };
}

/// Looks for other words; the first place at or after the caret is chosen. No words: the marks go.
export function look(state: EditorState, search: Search): Transaction {
  const found = findAll(state.doc, search);
  const start = key.getState(state)?.found[key.getState(state)!.current]?.from ?? state.selection.from;
  const after = found.findIndex(({ from }) => from >= start);
  const current = found.length === 0 ? -1 : Math.max(after, 0);
  return choose(state.tr.setMeta(key, { search: search.text === '' ? null : search, found, current }), found[current]);
}

/// Chooses the next place, or the one before; round the ends of the text.
export function step(state: EditorState, by: 1 | -1): Transaction {
  const { search, found, current } = key.getState(state)!;
  if (found.length === 0) return state.tr;
  let next = current + by;
  if (current < 0) { // the person has gone elsewhere in the text: on from there
    const caret = state.selection.from;
    const after = found.findIndex(({ from }) => from >= caret);
    next = by > 0 ? (after < 0 ? 0 : after) : (after < 0 ? found.length : after) - 1;
  }
  next = (next + found.length) % found.length;
  return choose(state.tr.setMeta(key, { search, found, current: next }), found[next]);
}

// The place is selected, so that the text has it when the focus goes back there.
function choose(tr: Transaction, place: Found | undefined): Transaction {
  return place ? tr.setSelection(TextSelection.create(tr.doc, place.from, place.to)).scrollIntoView() : tr;
}

/// Puts `replacement` in the chosen place and goes on to the next one. A step of its own for undo.
export function replaceCurrent(state: EditorState, replacement: string): Transaction | null {
  const { search, found, current } = key.getState(state)!;
  const place = found[current];
  if (!search || !place) return null;
  const tr = closeHistory(state.tr);
  const end = put(tr, place, replacement);
  const rest = findAll(tr.doc, search);
  const after = rest.findIndex(({ from }) => from >= end);
  const next = rest.length === 0 ? -1 : Math.max(after, 0);
  return choose(tr.setMeta(key, { search, found: rest, current: next }), rest[next]);
}

/// Puts `replacement` in all places, as one step for undo.
export function replaceAll(state: EditorState, replacement: string): Transaction | null {
  const { search, found } = key.getState(state)!;
  if (!search || found.length === 0) return null;
  const tr = closeHistory(state.tr);
  for (let i = found.length - 1; i >= 0; i--) put(tr, found[i]!, replacement);
  return tr.setMeta(key, { search, found: findAll(tr.doc, search), current: -1 });
}

// In the form of the words it replaces. Where those words ended up.
function put(tr: Transaction, { from, to }: Found, replacement: string): number {
  const text = replacement.normalize('NFC');
  if (text === '') {
    tr.delete(from, to);
    return from;
  }
  tr.replaceWith(from, to, schema.text(text, tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []));
  return from + text.length;
}

/// What was looked for is let go, and its marks with it; the chosen place stays selected.
export const letGo = (state: EditorState): Transaction => state.tr.setMeta(key, nothing);
