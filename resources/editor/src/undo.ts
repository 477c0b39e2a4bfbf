// What can be undone. It goes with the state of the text; what is found in it, or awaited, does not.
import { history } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';

export const undoPlugin = history({ depth: 500 });

/// The same state with nothing to be undone or done again. A plugin that is not there for a moment begins anew.
export function withoutUndo(state: EditorState): EditorState {
  const plugins = state.plugins;
  return state.reconfigure({ plugins: plugins.filter((plugin) => plugin !== undoPlugin) }).reconfigure({ plugins });
}
