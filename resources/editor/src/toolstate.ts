// What the desk's tool bar shows: which marks and blocks the caret is in, and what could be done now.
import type { EditorState } from 'prosemirror-state';
import { ancestor, commandFor, linkRange, simpleNames } from './commands.ts';
import { schema } from './schema.ts';

export interface ToolState {
  marks: string[];
  block: string; // 'paragraph', 'heading2' …
  align: string;
  inside: string[]; // of bulletList, orderedList, blockquote, table, figure
  can: string[]; // names of commands
  href: string;
  linkTitle: string;
  selectedText: string;
  summary: string;
  anchor: number;
  head: number;
}

const containers = ['bulletList', 'orderedList', 'blockquote', 'table', 'figure'];
const asked: [string, object?][] = [...simpleNames.map((name): [string] => [name]),
  ['heading', { level: 2 }], ['heading', { level: 3 }], ['align', { align: 'center' }], ['insertTable'],
  ['link', { href: 'https://a.vn/' }]];

export function toolState(state: EditorState, editable: boolean): ToolState {
  const { from, to, empty, $from, anchor, head } = state.selection;
  const block = $from.parent;
  const link = linkRange(state);
  const on = Object.values(schema.marks).filter((type) => (
    empty ? type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type)));
  return {
    marks: on.map((type) => type.name),
    block: block.type.name === 'heading' ? `heading${block.attrs['level']}` : block.type.name,
    align: block.type.name === 'paragraph' ? block.attrs['align'] : '',
    inside: containers.filter((name) => ancestor(state, name)),
    can: editable ? [...new Set(asked.filter(([name, args]) => commandFor(name, args)!(state)).map(([name]) => name))] : [],
    href: link.href,
    linkTitle: link.title,
    selectedText: link.to - link.from <= 500 ? state.doc.textBetween(link.from, link.to, ' ') : '',
    summary: ancestor(state, 'table')?.node.attrs['summary'] ?? '',
    anchor, head,
  };
}
