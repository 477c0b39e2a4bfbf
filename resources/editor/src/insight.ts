// The caret stays in sight for a moment after a paste: fonts, pictures and what the desk shows over the sheet come a
// little later, and push it out.
import type { EditorView } from 'prosemirror-view';

const margin = 24; // CSS pixels between the caret and the edges of what is seen
const moment = 1500; // ms

function show(view: EditorView): void {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  const below = bottom + margin - window.innerHeight;
  if (below > 0) window.scrollBy(0, below);
  else if (top < margin) window.scrollBy(0, top - margin);
}

export function keepCaretInSight(view: EditorView): void {
  const look = () => {
    if (!view.isDestroyed && view.hasFocus()) show(view);
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
