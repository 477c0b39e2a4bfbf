// How much a document is, and that nobody can make more of it here than can be saved: what would grow beyond a limit is
// refused with a sentence, wherever it comes from (a key, a paste, a drop, a tool). What is beyond a limit already, by a
// merge or from an older program, opens and may shrink. app/document/Extent measures the same way.
import { Fragment, type Node } from 'prosemirror-model';
import { Plugin, Selection, type Transaction } from 'prosemirror-state';
import { ownSize, textSize } from './json.ts';
import { limits } from './schema.ts';

export interface Extent {
  depth: number; // nodes down to the deepest text, this one counted
  nodes: number;
  characters: number;
  bytes: number; // of the canonical JSON
}
export type Limit = 'depth' | 'size';

// Documents are persistent, so a keystroke measures what is around it and remembers the rest.
const known = new WeakMap<Node, Extent>();

export function extentOf(node: Node): Extent {
  if (node.isText) return { depth: 1, nodes: 1, characters: node.text!.length, bytes: textSize(node) };
  const remembered = known.get(node);
  if (remembered) return remembered;
  const extent = { depth: 1, nodes: 1, characters: 0, bytes: ownSize(node) };
  node.forEach((child) => {
    const part = extentOf(child);
    extent.depth = Math.max(extent.depth, part.depth + 1);
    extent.nodes += part.nodes;
    extent.characters += part.characters;
    extent.bytes += part.bytes + 1;
  });
  known.set(node, extent);
  return extent;
}

/// The limit beyond which `after` has grown; null when all is well.
export function grownBeyond(before: Extent, after: Extent): Limit | null {
  const grown = (name: keyof Extent) => after[name] > limits[name] && after[name] > before[name];
  if (grown('depth')) return 'depth';
  return grown('nodes') || grown('characters') || grown('bytes') ? 'size' : null;
}

/// For what has to come in whatever its size: a merged text, the answer to an offered picture.
export const unlimited = 'unlimited';

export const limitsPlugin = (tell: (limit: Limit) => void) => new Plugin({
  filterTransaction(tr, state) {
    // Undo brings back what was there.
    if (!tr.docChanged || tr.getMeta(unlimited) || tr.getMeta('history$')) return true;
    const limit = grownBeyond(extentOf(state.doc), extentOf(tr.doc));
    if (limit) tell(limit);
    return limit === null;
  },
});

// ---- what a paste brings too deep --------------------------------------------------------------------------------

const isList = (node: Node) => node.type.name === 'bulletList' || node.type.name === 'orderedList';

/// `node` with its lists raised so that it is at most `room` deep; null where that cannot be done.
function flattened(node: Node, room: number): Node | null {
  if (extentOf(node).depth <= room) return node;
  if (isList(node)) return flattenedList(node, room);
  if (node.inlineContent || node.isLeaf) return null;
  const children: Node[] = [];
  for (let i = 0; i < node.childCount; i++) {
    const child = flattened(node.child(i), room - 1);
    if (!child) return null;
    children.push(child);
  }
  return node.copy(Fragment.from(children));
}

// An item's inner list stays in it where there is room; else its items follow that item.
function flattenedList(list: Node, room: number): Node | null {
  const items: Node[] = [];
  let possible = true;
  const addItem = (item: Node) => {
    let kept: Node[] = [];
    const close = () => {
      if (kept.length) {
        const paragraph = kept[0]!.type.name === 'paragraph' ? [] : [item.type.schema.nodes['paragraph']!.create()];
        items.push(item.copy(Fragment.from([...paragraph, ...kept])));
      }
      kept = [];
    };
    item.forEach((child) => {
      const fitting = flattened(child, room - 2);
      if (fitting) {
        kept.push(fitting);
      } else if (isList(child)) {
        close();
        child.forEach(addItem);
      } else {
        possible = false;
      }
    });
    close();
  };
  list.forEach(addItem);
  return possible ? list.copy(Fragment.from(items)) : null;
}

/// Raises the lists of `tr`'s document that are too deep. Whether there were any.
export function flattenDeep(tr: Transaction): boolean {
  if (extentOf(tr.doc).depth <= limits.depth) return false;
  const caret = tr.selection.head;
  const changes: { from: number; to: number; block: Node }[] = [];
  tr.doc.forEach((block, offset) => {
    const flat = flattened(block, limits.depth - 1);
    if (flat && flat !== block) changes.push({ from: offset, to: offset + block.nodeSize, block: flat });
  });
  for (const { from, to, block } of changes.reverse()) {
    const held = caret > from && caret < to;
    // The same words stand before the caret.
    const before = held ? tr.doc.textBetween(from, caret, '', '').length : 0;
    tr.replaceWith(from, to, block);
    if (held) tr.setSelection(Selection.near(tr.doc.resolve(placeAfter(tr.doc, from, from + block.nodeSize, before)), -1));
  }
  return changes.length > 0;
}

function placeAfter(doc: Node, from: number, to: number, characters: number): number {
  let found = to - 1;
  let left = characters;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText || left < 0) return left >= 0;
    if (node.text!.length >= left) {
      found = pos + left;
      left = -1;
    } else {
      left -= node.text!.length;
    }
    return false;
  });
  return found;
}
