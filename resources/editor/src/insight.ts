// The caret stays in sight for a moment after a paste: fonts, pictures and what the desk shows over the sheet come a
// little later, and push it out.
import type { EditorView } from 'prosemirror-view';

/// Between the caret and the edges of what is seen, in CSS pixels.
export const caretMargin = 24;
const moment = 1500; // ms

function isInSight(view: EditorView): boolean {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  return top >= 0 && bottom <= window.innerHeight;
}

export function keepCaretInSight(view: EditorView): void {
  const look = () => {
    if (!view.isDestroyed && view.hasFocus() && !isInSight(view)) view.dispatch(view.state.tr.scrollIntoView());
  };
  const grown = new ResizeObserver(look);
  grown.observe(view.dom);
  window.addEventListener('resize', look);
  const end = () => {
    grown.disconnect();
    window.removeEventListener('resize', look);
    window.removeEventListener('wheel', end);
    window.removeEventListener('pointerdown', end);
  };
  // Who scrolls or clicks looks elsewhere.
  window.addEventListener('wheel', end, { passive: true });
  window.addEventListener('pointerdown', end);
  setTimeout(end, moment);
}
