// The keys, as in Word. No key without a modifier types anything by itself, and nothing rewrites text while it is typed:
// Vietnamese comes through an input method that keeps account of what it has put in.
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, NodeSelection, Plugin } from 'prosemirror-state';
import { goToNextCell, addRowAfter, isInTable } from 'prosemirror-tables';
import type { Bridge } from './bridge.ts';
import { ancestor, commandFor, leaveFigure } from './commands.ts';
import { focusFigureForm } from './figure.ts';
import { schema } from './schema.ts';

const run = (...call: Parameters<typeof commandFor>): Command => commandFor(...call)!;
const listItem = schema.nodes['listItem']!;

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes['hardBreak']!.create(), true).scrollIntoView());
  return true;
});

// Tab in the last cell makes a row, as in Word.
const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!isInTable(state) || !addRowAfter(state, dispatch)) return false;
  return view ? goToNextCell(1)(view.state, view.dispatch.bind(view)) : true;
};

const toFigureForm: Command = (state, _dispatch, view) => {
  const found = ancestor(state, 'figure');
  return found !== null && view !== undefined && focusFigureForm(view, found.pos);
};

const leaveCaption: Command = (state, dispatch) => (
  state.selection.$from.parent.type.name === 'figcaption' ? leaveFigure(state, dispatch) : false);

const backspaceInCaption: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const found = ancestor(state, 'figure');
  if (!empty || !found || $from.parentOffset > 0 || $from.parent.type.name !== 'figcaption') return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, found.pos))); // a second one deletes it
  return true;
};

export function keyPlugins(bridge: Pick<Bridge, 'linkRequested' | 'plainPasteRequested'>): Plugin[] {
  // Tab indents; after Escape one Tab leaves the text, so the keyboard is not caught in it (WCAG 2.1.2).
  let leaving = false;
  const unlessLeaving = (command: Command): Command => (...args) => {
    if (leaving) {
      leaving = false;
      return false;
    }
    command(...args);
    return true;
  };
  // Back to the fields before the text, where there is nothing to move out.
  const leavingBackwards = (command: Command): Command => (state, dispatch, view) => {
    const stays = !leaving && (isInTable(state) || run('outdent')(state));
    return stays && unlessLeaving(command)(state, dispatch, view);
  };
  const bindings: Record<string, Command> = {
    'Mod-z': run('undo'),
    'Mod-y': run('redo'),
    'Mod-Shift-z': run('redo'),
    'Mod-b': run('bold'),
    'Mod-i': run('italic'),
    'Mod-u': run('underline'),
    'Mod-Shift-x': run('strike'),
    'Mod-,': run('subscript'),
    'Mod-.': run('superscript'),
    'Mod-\\': run('clearFormatting'),
    'Mod-k': () => (bridge.linkRequested(), true),
    'Mod-Shift-v': () => (bridge.plainPasteRequested(), true),
    'Mod-Alt-1': run('paragraph'),
    'Mod-Alt-2': run('heading', { level: 2 }),
    'Mod-Alt-3': run('heading', { level: 3 }),
    'Mod-Alt-4': run('heading', { level: 4 }),
    'Mod-Shift-7': run('orderedList'),
    'Mod-Shift-8': run('bulletList'),
    'Mod-l': run('align', { align: 'start' }),
    'Mod-e': run('align', { align: 'center' }),
    'Mod-r': run('align', { align: 'end' }),
    'Mod-j': run('align', { align: 'justify' }),
    'Shift-Enter': lineBreak,
    Enter: chainCommands(leaveCaption, splitListItem(listItem)),
    Backspace: chainCommands(backspaceInCaption, (state, dispatch) => {
      // At the start of a list item it takes the bullet away first.
      const { $cursor } = state.selection as { $cursor?: typeof state.selection.$from | null };
      if (!$cursor || $cursor.parentOffset > 0 || $cursor.depth < 2 || $cursor.node(-1).type !== listItem || $cursor.index(-1) > 0) return false;
      return liftListItem(listItem)(state, dispatch);
    }),
    Tab: unlessLeaving(chainCommands(nextCell, run('indent'), toFigureForm)),
    'Shift-Tab': leavingBackwards(chainCommands(goToNextCell(-1), run('outdent'))),
    Escape: () => {
      leaving = true;
      return false;
    },
  };
  const staying = new Plugin({
    props: {
      handleKeyDown: (_view, event) => {
        if (!['Tab', 'Shift', 'Escape'].includes(event.key)) leaving = false;
        return false;
      },
    },
  });
  return [staying, keymap(bindings), keymap(baseKeymap)];
}
