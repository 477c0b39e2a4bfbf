// Pictures on their way in. A pasted or dropped picture stands in the text at once as a figure without a picture; its
// bytes or path are offered to the desk, and the desk's answer (a media id, or a refusal) finds the figure here, however
// far it has moved since. Positions are those of the figimage.
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { unlimited } from './limits.ts';

interface Offers { at: Map<string, number>; drawn: DecorationSet }
type Change = { add: Map<string, number> } | { done: string };

const key = new PluginKey<Offers>('offers');

const draw = (doc: Node, at: Map<string, number>): DecorationSet => DecorationSet.create(doc,
  [...at.values()].map((pos) => Decoration.node(pos, pos + 1, { class: 'is-coming' }, { coming: true })));

export const offersPlugin = new Plugin<Offers>({
  key,
  state: {
    init: () => ({ at: new Map(), drawn: DecorationSet.empty }),
    apply(tr, offers) {
      const change = tr.getMeta(key) as Change | undefined;
      if (!change && (offers.at.size === 0 || !tr.docChanged)) return offers;
      const at = new Map<string, number>();
      for (const [offer, pos] of offers.at) {
        const mapped = tr.mapping.mapResult(pos, 1);
        if (!mapped.deleted || tr.doc.nodeAt(mapped.pos)?.type.name === 'figimage') at.set(offer, mapped.pos);
      }
      if (change && 'add' in change) for (const [offer, pos] of change.add) at.set(offer, pos);
      if (change && 'done' in change) at.delete(change.done);
      return { at, drawn: draw(tr.doc, at) };
    },
  },
  props: { decorations: (state) => key.getState(state)!.drawn },
});

export function offerIn(state: EditorState, pos: number): string | undefined {
  for (const [offer, at] of key.getState(state)!.at) if (at === pos) return offer;
  return undefined;
}

/// Marks the empty figures that `tr` brought as waiting, in order, where `expected` says so. Returns their offers.
export function awaitPictures(tr: Transaction, expected: boolean[]): (string | null)[] {
  let [from, to] = [tr.doc.content.size, 0];
  tr.mapping.maps.forEach((map, i) => {
    const later = tr.mapping.slice(i + 1);
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, later.map(start, -1));
      to = Math.max(to, later.map(end, 1));
    });
  });
  if (from > to) return [];
  const add = new Map<string, number>();
  const offers: (string | null)[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name !== 'figimage' || node.attrs['media'] !== '' || offers.length === expected.length) return;
    const offer = expected[offers.length] ? crypto.randomUUID() : null;
    if (offer) add.set(offer, pos);
    offers.push(offer);
  });
  tr.setMeta(key, { add });
  return offers;
}

export function awaitPicture(tr: Transaction, pos: number, offer: string): Transaction {
  return tr.setMeta(key, { add: new Map([[offer, pos]]) });
}
/// The desk took the picture in: the figure shows it.
export function takePicture(view: EditorView, offer: string, media: string, width: number, height: number, alt: string): boolean {
  const pos = key.getState(view.state)!.at.get(offer);
  const image = pos === undefined ? null : view.state.doc.nodeAt(pos);
  if (pos === undefined || image?.type.name !== 'figimage') return false;
  const attrs = { media, width, height, alt: image.attrs['alt'] || alt };
  // Not in the history: undo takes the paste away, it does not empty the figure.
  view.dispatch(view.state.tr.setNodeMarkup(pos, null, attrs).setMeta(key, { done: offer }).setMeta('addToHistory', false)
    .setMeta(unlimited, true));
  return true;
}

/// The desk refused it: a caption that was written stays as a paragraph, an empty figure goes.
export function refusePicture(view: EditorView, offer: string): void {
  const pos = key.getState(view.state)!.at.get(offer);
  if (pos === undefined || view.state.doc.nodeAt(pos)?.type.name !== 'figimage') return;
  const tr = view.state.tr.setMeta(key, { done: offer });
  const $figure = tr.doc.resolve(pos);
  const caption = $figure.parent.lastChild!;
  const paragraph = view.state.schema.nodes['paragraph']!;
  const alone = $figure.node(-1).childCount === 1;
  if (caption.content.size > 0 || alone) tr.replaceWith($figure.before(), $figure.after(), paragraph.create(null, caption.content));
  else tr.delete($figure.before(), $figure.after());
  view.dispatch(tr.setMeta('addToHistory', false).setMeta(unlimited, true));
}
