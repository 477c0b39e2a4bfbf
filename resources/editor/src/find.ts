// Finding words in the text, and putting others in their place. What is found is marked by decorations: the document is
// not touched, and nothing of it is sent to the desk.
import { closeHistory } from 'prosemirror-history';
import { type Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import definition from '../schema.json';
import { schema } from './schema.ts';

type Field = 'alt' | 'credit';
/// A place in the text; or in a field of a figure, whose letters are none of the text: then both are the end of the
/// figure's content, behind its caption, and `field` says where in it.
export interface Found { from: number; to: number; field?: { name: Field; from: number; to: number } }
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

const tone = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
const twoPlaces = new RegExp(`(o(?=\\p{M}?[ae])|u(?=\\p{M}?y))(${tone}?)([aey])(${tone}?)(?![\\p{L}\\p{M}])`, 'giu');
const escaped = (text: string) => text.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

// hòa and hoà are one word, and so are hòe and hoè, thúy and thuý: with a letter behind it the tone has one place, hoàn.
// The text is not changed for it, but both ways to write the word are looked for: what ends within it is another one.
function spellingsOf(words: string): RegExp {
  const apart = words.normalize('NFD');
  let pattern = '';
  let end = 0;
  for (const match of apart.matchAll(twoPlaces)) {
    const [all, one, onOne, other, onOther] = match as unknown as [string, string, string, string, string];
    if ((onOne + onOther).length !== 1) continue;
    const places = [`${one}${onOne + onOther}${other}`, `${one}${other}${onOne + onOther}`].map((each) => each.normalize('NFC'));
    const [written, elsewhere] = onOne ? places : places.reverse();
    pattern += `${escaped(apart.slice(end, match.index))}(?:${written}|${elsewhere}(?![\\p{L}\\p{M}]))`;
    end = match.index + all.length;
  }
  return new RegExp(pattern + escaped(apart.slice(end)), 'gu');
}

// As findWords() in ui/editor/FoundWords.cpp.
function inText(written: string, spellings: RegExp, matchCase: boolean): { from: number; to: number }[] {
  const { text, starts } = composed(written);
  return [...folded(text, matchCase).matchAll(spellings)].map(({ 0: found, index }) => (
    { from: starts[index]!, to: starts[index + found.length]! }));
}

// Places in one block of text, counted from its start. Remembered by block: a key changes one of them.
let rememberedFor = '';
let remembered = new WeakMap<Node, Found[]>();

function inBlock(block: Node, spellings: RegExp, matchCase: boolean): Found[] {
  const known = remembered.get(block);
  if (known) return known;
  const found = inText(block.textBetween(0, block.content.size, undefined, '\ufffc'), spellings, matchCase);
  remembered.set(block, found);
  return found;
}

// As they stand under the picture, after its caption.
const fields: { name: Field; offset: number; maxLength: number; of: (figure: Node) => string }[] = [
  { name: 'alt', offset: 1, maxLength: definition.nodes.figimage.attrs.alt.maxLength, of: (figure) => figure.firstChild!.attrs['alt'] as string },
  { name: 'credit', offset: 0, maxLength: definition.nodes.figure.attrs.credit.maxLength, of: (figure) => figure.attrs['credit'] as string },
];
const orderOf = ({ field }: Found) => (field ? 1 + fields.findIndex(({ name }) => name === field.name) : 0);
/// Below zero where `one` comes before `other`.
const compare = (one: Found, other: Found) => (
  one.from - other.from || orderOf(one) - orderOf(other) || (one.field?.from ?? 0) - (other.field?.from ?? 0));
const firstFrom = (found: Found[], place: Found) => found.findIndex((each) => compare(each, place) >= 0);
const at = (from: number): Found => ({ from, to: from });
const figureAt = ({ from }: Found, doc: Node) => doc.resolve(from).before();

/// All places of those words, in the order of the text. Words do not run from one paragraph into the next.
export function findAll(doc: Node, { text, matchCase }: Search): Found[] {
  const needle = folded(text.normalize('NFC'), matchCase);
  if (needle === '') return [];
  const question = JSON.stringify([needle, matchCase]);
  if (question !== rememberedFor) {
    rememberedFor = question;
    remembered = new WeakMap();
  }
  const spellings = spellingsOf(needle);
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { from, to } of inBlock(node, spellings, matchCase)) found.push({ from: pos + 1 + from, to: pos + 1 + to });
    if (node.type.name !== 'figcaption') return false;
    const figure = doc.resolve(pos).parent;
    const end = pos + node.nodeSize;
    for (const { name, of } of fields)
      for (const field of inText(of(figure), spellings, matchCase)) found.push({ from: end, to: end, field: { name, ...field } });
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
      const place = old && { ...old, from: tr.mapping.map(old.from) };
      return { ...before, found, current: place ? found.findIndex((each) => compare(each, place) === 0) : -1 };
    },
  },
  props: {
    decorations(state) {
      const { found, current } = key.getState(state)!;
      if (found.length === 0) return null;
      return DecorationSet.create(state.doc, found.map((place, i) => {
        const { from, to, field } = place;
        if (!field) return Decoration.inline(from, to, { class: i === current ? 'found is-current' : 'found' });
        // A field shows no marks in its letters: it is marked whole.
        const figure = figureAt(place, state.doc);
        return Decoration.node(figure, from + 1, { class: `found-${field.name}${i === current ? ` is-current-${field.name}` : ''}` });
      }));
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
  const start = key.getState(state)?.found[key.getState(state)!.current] ?? at(state.selection.from);
  const after = firstFrom(found, start);
  const current = found.length === 0 ? -1 : Math.max(after, 0);
  return choose(state.tr.setMeta(key, { search: search.text === '' ? null : search, found, current }), found[current]);
}

/// Chooses the next place, or the one before; round the ends of the text.
export function step(state: EditorState, by: 1 | -1): Transaction {
  const { search, found, current } = key.getState(state)!;
  if (found.length === 0) return state.tr;
  let next = current + by;
  if (current < 0) { // the person has gone elsewhere in the text: on from there
    const after = firstFrom(found, at(state.selection.from));
    next = by > 0 ? (after < 0 ? 0 : after) : (after < 0 ? found.length : after) - 1;
  }
  next = (next + found.length) % found.length;
  return choose(state.tr.setMeta(key, { search, found, current: next }), found[next]);
}

// The place is selected, so that the text has it when the focus goes back there. Of a figure's field the caption beside
// it is: the figure itself would be lost by the next key.
function choose(tr: Transaction, place: Found | undefined): Transaction {
  if (!place) return tr;
  const [from, to] = place.field ? [place.from - 1, place.from - 1] : [place.from, place.to];
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView();
}

/// Puts `replacement` in the chosen place and goes on to the next one. A step of its own for undo. Where it does not fit
/// into a field, nothing happens, and tookAll() says so.
export function replaceCurrent(state: EditorState, replacement: string): Transaction | null {
  const { search, found, current } = key.getState(state)!;
  const place = found[current];
  if (!search || !place) return null;
  const tr = closeHistory(state.tr);
  const end = put(tr, place, replacement);
  const rest = findAll(tr.doc, search);
  const after = firstFrom(rest, end);
  const next = rest.length === 0 ? -1 : Math.max(after, 0);
  return choose(tr.setMeta(key, { search, found: rest, current: next }), rest[next]);
}

const leftOut = 'leftOut';
/// Whether the replacement fitted into each field in which it was to be put.
export const tookAll = (tr: Transaction): boolean => tr.getMeta(leftOut) !== true;

/// Puts `replacement` in all places in which it fits, as one step for undo.
export function replaceAll(state: EditorState, replacement: string): Transaction | null {
  const { search, found } = key.getState(state)!;
  if (!search || found.length === 0) return null;
  const tr = closeHistory(state.tr);
  for (let i = found.length - 1; i >= 0; i--) put(tr, found[i]!, replacement);
  return tr.setMeta(key, { search, found: findAll(tr.doc, search), current: -1 });
}

// In the form of the words it replaces. The first place after it.
function put(tr: Transaction, place: Found, replacement: string): Found {
  const { from, to, field } = place;
  const text = replacement.normalize('NFC');
  if (field) return putInField(tr, place, text);
  if (text === '') tr.delete(from, to);
  else tr.replaceWith(from, to, schema.text(text, tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []));
  return at(from + text.length);
}

function putInField(tr: Transaction, place: Found, text: string): Found {
  const { name, from, to } = place.field!;
  const { offset, maxLength, of } = fields.find((each) => each.name === name)!;
  const figure = figureAt(place, tr.doc);
  const before = of(tr.doc.nodeAt(figure)!);
  const after = before.slice(0, from) + text + before.slice(to);
  const fits = after.length <= Math.max(maxLength, before.length); // what is too long already may stay so
  if (!fits) {
    tr.setMeta(leftOut, true);
    return place;
  }
  tr.setNodeAttribute(figure + offset, name, after);
  return { ...place, field: { name, from: from + text.length, to: from + text.length } };
}

/// What was looked for is let go, and its marks with it; the chosen place stays selected.
export const letGo = (state: EditorState): Transaction => state.tr.setMeta(key, nothing);
