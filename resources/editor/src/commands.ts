// What a person can do to the text, by the names the desk's actions use. Each is a ProseMirror command: called without
// dispatch it answers whether it could be done, which is how the tool bar knows what to grey out.
import { lift, setBlockType, toggleMark, wrapIn, selectAll } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { Fragment, type Mark, type MarkType, type Node, type NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable,
  mergeCells, splitCell, toggleHeaderColumn, toggleHeaderRow,
} from 'prosemirror-tables';
import { extentOf } from './limits.ts';
import { linkAddress } from './address.ts';
import { limits, schema } from './schema.ts';

const { nodes, marks } = schema as unknown as { nodes: Record<string, NodeType>; marks: Record<string, MarkType> };
const type = (name: string) => nodes[name]!;
const mark = (name: string) => marks[name]!;

export type CommandArguments = Partial<Record<'level' | 'rows' | 'columns' | 'index', number>
  & Record<'align' | 'href' | 'title' | 'text' | 'placement' | 'summary' | 'field', string> & { header: boolean }>;

// ---- blocks ------------------------------------------------------------------------------------------------------

const paragraph: Command = setBlockType(type('paragraph'));

function heading(level: number): Command {
  return (state, dispatch) => {
    const on = blockOf(state)?.type === type('heading') && blockOf(state)!.attrs['level'] === level;
    return on ? paragraph(state, dispatch) : setBlockType(type('heading'), { level })(state, dispatch);
  };
}

function blockOf(state: EditorState): Node | null {
  const { $from } = state.selection;
  return $from.parent.isTextblock ? $from.parent : null;
}

// Where the lists are as deep as they may be the tool is grey. The key still tries: then the person is told why not.
const indent: Command = (state, dispatch) => {
  const sink = sinkListItem(type('listItem'));
  if (dispatch) return sink(state, dispatch);
  let deepens = false;
  return sink(state, (tr) => {
    deepens = extentOf(tr.doc).depth > limits.depth && extentOf(tr.doc).depth > extentOf(state.doc).depth;
  }) && !deepens;
};

/// The nearest ancestor of the selection of that type, with the position before it.
export function ancestor(state: EditorState, ...names: string[]): { node: Node; pos: number; depth: number } | null {
  const { $from } = state.selection;
  if (state.selection instanceof NodeSelection && names.includes(state.selection.node.type.name))
    return { node: state.selection.node, pos: $from.pos, depth: $from.depth + 1 };
  for (let depth = $from.depth; depth > 0; depth--)
    if (names.includes($from.node(depth).type.name))
      return { node: $from.node(depth), pos: $from.before(depth), depth };
  return null;
}

function list(name: 'bulletList' | 'orderedList'): Command {
  return (state, dispatch) => {
    const current = ancestor(state, 'bulletList', 'orderedList');
    if (!current) return wrapInList(type(name))(state, dispatch);
    if (current.node.type === type(name)) return liftListItem(type('listItem'))(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(current.pos, type(name)).scrollIntoView());
    return true;
  };
}

const blockquote: Command = (state, dispatch) => (
  ancestor(state, 'blockquote') ? lift(state, dispatch) : wrapIn(type('blockquote'))(state, dispatch));

function align(value: string): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    let found = false;
    for (const { $from, $to } of state.selection.ranges)
      state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
        if (node.type !== type('paragraph')) return;
        found = true;
        if (node.attrs['align'] !== value) tr.setNodeAttribute(pos, 'align', value);
      });
    if (found) dispatch?.(tr);
    return found;
  };
}

const horizontalRule: Command = (state, dispatch) => insertBlock(state, dispatch, type('horizontalRule').create());

// Puts a block where the caret is: in place of an empty paragraph, else after the block it stands in (as deep as the
// schema lets it stand), and the caret after it.
export function insertBlock(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, block: Node,
  caret: 'after' | 'inside' = 'after'): boolean {
  const { $from, $to } = state.selection;
  const top = state.selection instanceof NodeSelection && state.selection.node.isBlock
    ? { pos: $to.pos, replace: 0 } : placeFor($to, block);
  if (!top) return false;
  if (dispatch) {
    const tr = state.tr;
    if (!state.selection.empty && $from.sameParent($to) && !(state.selection instanceof NodeSelection)) tr.deleteSelection();
    const pos = tr.mapping.map(top.pos);
    tr.replaceWith(pos, pos + top.replace, block);
    const end = pos + block.nodeSize;
    if (caret === 'inside') {
      tr.setSelection(Selection.near(tr.doc.resolve(pos + 1), 1));
    } else {
      if (!tr.doc.resolve(end).nodeAfter?.isTextblock && tr.doc.resolve(end).parent.canReplaceWith(
        tr.doc.resolve(end).index(), tr.doc.resolve(end).index(), type('paragraph')))
        tr.insert(end, type('paragraph').create());
      tr.setSelection(Selection.near(tr.doc.resolve(end), 1));
    }
    dispatch(tr.setMeta('insertedAt', pos).scrollIntoView());
  }
  return true;
}

function placeFor($pos: EditorState['selection']['$to'], block: Node): { pos: number; replace: number } | null {
  for (let depth = $pos.depth; depth >= 0; depth--) {
    const node = $pos.node(depth);
    const index = $pos.index(depth);
    const child = depth < $pos.depth ? $pos.node(depth + 1) : null;
    if (child?.type === type('paragraph') && child.content.size === 0
      && node.canReplaceWith(index, index + 1, block.type) && depth === $pos.depth - 1)
      return { pos: $pos.before(depth + 1), replace: child.nodeSize };
    if (child && node.canReplaceWith(index + 1, index + 1, block.type))
      return { pos: $pos.after(depth + 1), replace: 0 };
    if (!child && !node.inlineContent && node.canReplaceWith(index, index, block.type))
      return { pos: $pos.pos, replace: 0 };
  }
  return null;
}

// Word's "clear all formatting": plain paragraphs without marks. Links stay: they are content.
const clearFormatting: Command = (state, dispatch) => {
  if (!dispatch) return true;
  const tr = state.tr;
  for (const { $from, $to } of state.selection.ranges) {
    for (const each of Object.values(marks))
      if (each !== mark('link') && each !== mark('conflict')) tr.removeMark($from.pos, $to.pos, each);
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      // Where a heading may stand, a paragraph may.
      if (node.type === type('heading') || (node.type === type('paragraph') && node.attrs['align'] !== 'start'))
        tr.setNodeMarkup(pos, type('paragraph'), {});
    });
  }
  dispatch(tr.setStoredMarks([]));
  return true;
};

// ---- links -------------------------------------------------------------------------------------------------------

/// The link the caret is in, whole, or what is selected.
export function linkRange(state: EditorState): { from: number; to: number; href: string; title: string } {
  const { from, to, $from, empty } = state.selection;
  const link = mark('link');
  const here = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!here) return { from, to, href: '', title: '' };
  const { href, title } = here.attrs as { href: string; title: string };
  if (!empty) return { from, to, href, title };
  let [start, end] = [$from.pos, $from.pos];
  const base = $from.start();
  $from.parent.forEach((child, offset) => {
    if (!here.isInSet(child.marks)) return;
    const [a, b] = [base + offset, base + offset + child.nodeSize];
    if (a <= end && b >= start) [start, end] = [Math.min(start, a), Math.max(end, b)];
  });
  return { from: start, to: end, href, title };
}

function link(args: CommandArguments): Command {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    const href = linkAddress(args.href ?? '');
    if (!href) return false;
    const { from, to } = linkRange(state);
    const fresh = mark('link').create({ href, title: args.title ?? '' });
    if (dispatch) {
      const tr = state.tr;
      if (from === to) {
        const text = args.text?.trim() || href;
        tr.insert(from, schema.text(text, fresh.addToSet(state.storedMarks ?? state.selection.$from.marks())));
      } else {
        tr.removeMark(from, to, mark('link')).addMark(from, to, fresh);
      }
      dispatch(tr.removeStoredMark(mark('link')).scrollIntoView());
    }
    return true;
  };
}

const unlink: Command = (state, dispatch) => {
  const { from, to } = linkRange(state);
  if (from === to || !state.doc.rangeHasMark(from, to, mark('link'))) return false;
  dispatch?.(state.tr.removeMark(from, to, mark('link')));
  return true;
};

// ---- tables ------------------------------------------------------------------------------------------------------

function insertTable(args: CommandArguments): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false; // a table in a table is outside the schema
    const within = (value: number | undefined, otherwise: number, max: number) => Math.min(Math.max(value ?? otherwise, 1), max);
    const rows = within(args.rows, 3, 100);
    const columns = within(args.columns, 3, 30);
    const row = (name: string) => type('tableRow').create(null,
      Fragment.from(Array.from({ length: columns }, () => type(name).createAndFill()!)));
    const header = args.header ?? true;
    const table = type('table').create(null,
      Fragment.from(Array.from({ length: rows }, (_, i) => row(header && i === 0 ? 'tableHeader' : 'tableCell'))));
    return insertBlock(state, dispatch, table, 'inside');
  };
}

function tableSummary(summary: string): Command {
  return (state, dispatch) => {
    const table = ancestor(state, 'table');
    if (!table) return false;
    dispatch?.(state.tr.setNodeAttribute(table.pos, 'summary', summary.slice(0, 1000)));
    return true;
  };
}

// ---- figures -----------------------------------------------------------------------------------------------------

export function figure(media: string, width: number, height: number, alt: string): Node {
  return type('figure').create(null, [
    type('figimage').create({ media, width, height, alt }),
    type('figcaption').create(),
  ]);
}

/// Leaves a caption by Enter: the caret goes to the block after the figure, made if there is none.
export const leaveFigure: Command = (state, dispatch) => {
  const found = ancestor(state, 'figure');
  if (!found) return false;
  if (dispatch) {
    const tr = state.tr;
    const end = found.pos + found.node.nodeSize;
    if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, type('paragraph').create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
};

function figurePlacement(placement: string): Command {
  return (state, dispatch) => {
    const found = ancestor(state, 'figure');
    if (!found || (placement !== 'wide' && placement !== 'column')) return false;
    dispatch?.(state.tr.setNodeAttribute(found.pos, 'placement', placement));
    return true;
  };
}

// ---- places that the checklist names (app/domain/Checklist counts them alike) ------------------------------------

function showFigure(index: number, field: string): Command {
  return (state, dispatch, view) => {
    let seen = 0;
    let at = -1;
    state.doc.descendants((node, pos) => {
      if (node.type === type('figure') && seen++ === index) at = pos;
      return !node.isTextblock && at < 0;
    });
    if (at < 0) return false;
    if (!dispatch) return true;
    const caption = at + 1 + state.doc.nodeAt(at)!.firstChild!.nodeSize + 1;
    dispatch(state.tr.setSelection(field === 'caption' ? TextSelection.create(state.doc, caption) : NodeSelection.create(state.doc, at))
      .scrollIntoView());
    const dom = view?.nodeDOM(at);
    const input = field && dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>(`.figure-${field}`) : null;
    input?.focus();
    return true;
  };
}

function showLink(index: number): Command {
  return (state, dispatch) => {
    const found: { from: number; to: number; link: Mark; parent: Node }[] = [];
    state.doc.descendants((node, pos, parent) => {
      const here = node.isInline ? mark('link').isInSet(node.marks) : undefined;
      if (!here || !parent) return;
      const last = found.at(-1);
      if (last && last.to === pos && last.parent === parent && last.link.eq(here)) last.to = pos + node.nodeSize;
      else found.push({ from: pos, to: pos + node.nodeSize, link: here, parent });
    });
    const one = found[index];
    if (one) dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, one.from, one.to)).scrollIntoView());
    return one !== undefined;
  };
}

// ---- words that two people changed -------------------------------------------------------------------------------

interface Wording { from: number; to: number; side: string; parent: Node }

// Remembered: the tool bar asks after every key, and hardly any text has one.
const conflicted = new WeakMap<Node, boolean>();
function holdsConflict(node: Node): boolean {
  if (node.isInline) return mark('conflict').isInSet(node.marks) !== undefined;
  const known = conflicted.get(node);
  if (known !== undefined) return known;
  let holds = false;
  node.forEach((child) => {
    holds = holdsConflict(child) || holds;
  });
  conflicted.set(node, holds);
  return holds;
}

/// The wordings that a merge left, in the order of the text; those of one place stand side by side.
function wordings(doc: Node): Wording[] {
  const found: Wording[] = [];
  if (!holdsConflict(doc)) return found;
  doc.descendants((node, pos, parent) => {
    if (!holdsConflict(node)) return false;
    const side = node.isInline ? mark('conflict').isInSet(node.marks)?.attrs['side'] as string | undefined : undefined;
    if (!side || !parent) return true;
    const last = found.at(-1);
    if (last && last.to === pos && last.side === side && last.parent === parent) last.to = pos + node.nodeSize;
    else found.push({ from: pos, to: pos + node.nodeSize, side, parent });
    return true;
  });
  return found;
}

/// All wordings of the place where that one stands. Where words would have run together the merge set a blank between
/// the sides, which is nobody's.
function placeOf(doc: Node, all: Wording[], one: Wording): Wording[] {
  const meet = (left: Wording | undefined, right: Wording | undefined) => left !== undefined && right !== undefined
    && left.parent === right.parent
    && (left.to === right.from || (left.side !== right.side && doc.textBetween(left.to, right.from, null, '-').trim() === ''));
  let first = all.indexOf(one);
  let last = first;
  while (meet(all[first - 1], all[first])) first--;
  while (meet(all[last], all[last + 1])) last++;
  return all.slice(first, last + 1);
}

function wordingHere(state: EditorState): [Wording[], Wording | undefined] {
  const all = wordings(state.doc);
  const { from, to } = state.selection;
  return [all, all.find((each) => from >= each.from && to <= each.to && (from < each.to || from !== to))];
}

/// Selects the next wording after the selection, and the first after the last.
const nextWording: Command = (state, dispatch) => {
  const [all, here] = wordingHere(state);
  const next = all.find((each) => (here ? each.from > here.from : each.to > state.selection.from)) ?? all[0];
  if (!next) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView());
  return true;
};

/// Whose wording is selected, or has the caret: 'theirs', which was saved first, or 'mine'. Empty: none.
export const sideHere = (state: EditorState): string => wordingHere(state)[1]?.side ?? '';

/// Selects the wording that is nearest to the selection: what is kept was seen before.
const nearestWording: Command = (state, dispatch) => {
  const { from } = state.selection;
  const distance = (each: Wording) => Math.max(each.from - from, from - each.to);
  const nearest = wordings(state.doc).reduce<Wording | undefined>(
    (best, each) => (best && distance(best) <= distance(each) ? best : each), undefined);
  if (!nearest) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, nearest.from, nearest.to)).scrollIntoView());
  return true;
};

/// Keeps the wording that is selected, or has the caret; the others of its place go. Without one, selects the nearest.
const keepWording: Command = (state, dispatch) => {
  const [all, here] = wordingHere(state);
  if (!here) return nearestWording(state, dispatch);
  if (dispatch) {
    const tr = state.tr.removeMark(here.from, here.to, mark('conflict'));
    const place = placeOf(state.doc, all, here);
    tr.delete(here.to, place.at(-1)!.to).delete(place[0]!.from, here.from);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/// Keeps all wordings of the place, as plain text. Without one, selects the nearest.
const keepWordings: Command = (state, dispatch) => {
  const [all, here] = wordingHere(state);
  if (!here) return nearestWording(state, dispatch);
  const place = placeOf(state.doc, all, here);
  dispatch?.(state.tr.removeMark(place[0]!.from, place.at(-1)!.to, mark('conflict')).scrollIntoView());
  return true;
};

// ---- all of them -------------------------------------------------------------------------------------------------

const simple: Record<string, Command> = {
  undo, redo, selectAll,
  bold: toggleMark(mark('bold')),
  italic: toggleMark(mark('italic')),
  underline: toggleMark(mark('underline')),
  strike: toggleMark(mark('strike')),
  subscript: toggleMark(mark('subscript')),
  superscript: toggleMark(mark('superscript')),
  clearFormatting, paragraph, blockquote, horizontalRule, unlink,
  bulletList: list('bulletList'),
  orderedList: list('orderedList'),
  indent,
  outdent: liftListItem(type('listItem')),
  addRowBefore, addRowAfter, addColumnBefore, addColumnAfter, deleteRow, deleteColumn, deleteTable, mergeCells, splitCell,
  nextWording, keepWording, keepWordings,
  headerRow: toggleHeaderRow,
  headerColumn: toggleHeaderColumn,
};

export const simpleNames = Object.keys(simple);

/// The command of that name; nothing for a name that does not exist.
export function commandFor(name: string, args: CommandArguments = {}): Command | null {
  switch (name) {
    case 'heading': return heading(args.level ?? 2);
    case 'align': return align(args.align ?? 'start');
    case 'link': return link(args);
    case 'insertTable': return insertTable(args);
    case 'tableSummary': return tableSummary(args.summary ?? '');
    case 'showFigure': return showFigure(args.index ?? 0, args.field ?? '');
    case 'showLink': return showLink(args.index ?? 0);
    case 'figurePlacement': return figurePlacement(args.placement ?? 'column');
    default: return simple[name] ?? null;
  }
}
