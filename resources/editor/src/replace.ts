// Turns one document into another by the smallest steps, so that the caret, the undo history and everything else that
// hangs on positions stay where they are. Used when a merged text arrives from the server while a person is writing.
import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/// Adds to `tr` the steps that make its document equal to `target`.
export function transformInto(tr: Transaction, target: Node): Transaction {
  replaceChildren(tr, tr.doc, target, 0);
  return tr;
}

// `before` stands in tr.doc with its content starting at `start`. Works from the end, so earlier positions hold.
function replaceChildren(tr: Transaction, before: Node, after: Node, start: number): void {
  if (before.content.eq(after.content)) return;
  if (before.inlineContent) {
    const from = before.content.findDiffStart(after.content)!;
    let { a: toBefore, b: toAfter } = before.content.findDiffEnd(after.content)!;
    const overlap = from - Math.min(toBefore, toAfter); // "aa" → "aaa": both scans saw the same letter
    if (overlap > 0) {
      toBefore += overlap;
      toAfter += overlap;
    }
    tr.replace(start + from, start + toBefore, new Slice(after.content.cut(from, toAfter), 0, 0));
    return;
  }
  const offsets: number[] = [];
  before.forEach((_child, offset) => offsets.push(start + offset));
  offsets.push(start + before.content.size);
  for (const { from, to, fromAfter, toAfter } of differingRuns(before, after).reverse()) {
    const pairs = to - from === toAfter - fromAfter;
    if (pairs && range(from, to).every((i) => alike(before.child(i), after.child(fromAfter + i - from)))) {
      for (let i = to - 1; i >= from; i--) {
        const [old, fresh] = [before.child(i), after.child(fromAfter + i - from)];
        const position = offsets[i]!;
        if (!old.isLeaf) replaceChildren(tr, old, fresh, position + 1);
        if (!old.sameMarkup(fresh)) tr.setNodeMarkup(position, null, fresh.attrs, fresh.marks);
      }
    } else {
      const fresh = range(fromAfter, toAfter).map((i) => after.child(i));
      tr.replace(offsets[from]!, offsets[to]!, new Slice(Fragment.from(fresh), 0, 0));
    }
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const alike = (a: Node, b: Node) => a.type === b.type;

interface Run { from: number; to: number; fromAfter: number; toAfter: number }

// The runs of children that are not the same in both, in order: a longest common subsequence after the common ends
// have been cut off. Beyond a bound the whole middle counts as one run: correct, only coarser.
function differingRuns(before: Node, after: Node): Run[] {
  let head = 0;
  const shorter = Math.min(before.childCount, after.childCount);
  while (head < shorter && before.child(head).eq(after.child(head))) head++;
  let tail = 0;
  while (tail < shorter - head
    && before.child(before.childCount - 1 - tail).eq(after.child(after.childCount - 1 - tail))) tail++;
  const [endBefore, endAfter] = [before.childCount - tail, after.childCount - tail];
  const [n, m] = [endBefore - head, endAfter - head];
  const whole = [{ from: head, to: endBefore, fromAfter: head, toAfter: endAfter }];
  if (n === 0 || m === 0 || n * m > 250_000) return whole;

  const length = new Uint16Array((n + 1) * (m + 1)); // length[i][j]: common children from i, j on
  const at = (i: number, j: number) => i * (m + 1) + j;
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      length[at(i, j)] = before.child(head + i).eq(after.child(head + j))
        ? length[at(i + 1, j + 1)]! + 1
        : Math.max(length[at(i + 1, j)]!, length[at(i, j + 1)]!);

  const runs: Run[] = [];
  let run: Run | null = null;
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && before.child(head + i).eq(after.child(head + j))) {
      run = null;
      i++, j++;
      continue;
    }
    if (!run) runs.push(run = { from: head + i, to: head + i, fromAfter: head + j, toAfter: head + j });
    if (i < n && (j >= m || length[at(i + 1, j)]! >= length[at(i, j + 1)]!)) run.to = head + ++i;
    else run.toAfter = head + ++j;
  }
  return runs;
}
