// Turns one document into another by the smallest steps, so that the caret, the undo history and everything else that
// hangs on positions stay where they are. Used when a merged text arrives from the server while a person is writing.
import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/// Adds to `tr` the steps that make its document equal to `target`.
export function transformInto(tr: Transaction, target: Node): Transaction {
  try {
    replaceChildren(tr, tr.doc, target, 0);
  } catch {
    // A step on the way was outside the schema; what follows is not.
  }
  if (!tr.doc.eq(target)) tr.replaceWith(0, tr.doc.content.size, target.content);
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
  const remake = (i: number, j: number) => {
    const [old, fresh, position] = [before.child(i), after.child(j), offsets[i]!];
    if (!old.isLeaf) replaceChildren(tr, old, fresh, position + 1);
    if (!old.sameMarkup(fresh)) tr.setNodeMarkup(position, null, fresh.attrs, fresh.marks);
  };
  // First what is the same in both; between those, what is much the same; what then remains in equal numbers and of
  // equal types is made over one by one, the rest is taken out and put in.
  const whole = { from: 0, to: before.childCount, fromAfter: 0, toAfter: after.childCount };
  for (const run of gaps(whole, pairs(before, after, whole, (a, b) => a.eq(b))).reverse()) {
    const related = pairs(before, after, run, isRelated);
    const rest = gaps(run, related);
    for (let k = related.length; k >= 0; k--) {
      const gap = rest.find((each) => each.index === k);
      if (gap) {
        const { from, to, fromAfter, toAfter } = gap;
        const even = to - from === toAfter - fromAfter
          && range(from, to).every((i) => before.child(i).type === after.child(fromAfter + i - from).type);
        if (even) for (let i = to - 1; i >= from; i--) remake(i, fromAfter + i - from);
        else tr.replace(offsets[from]!, offsets[to]!, new Slice(Fragment.from(range(fromAfter, toAfter).map((j) => after.child(j))), 0, 0));
      }
      if (k > 0) remake(...related[k - 1]!);
    }
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

interface Run { from: number; to: number; fromAfter: number; toAfter: number }

// Half of the longer one's text, counted from both ends, is the same: it was changed, not exchanged.
function isRelated(a: Node, b: Node): boolean {
  if (a.type !== b.type || a.isLeaf) return false;
  const [textA, textB] = [a.textContent, b.textContent];
  const [longer, shorter] = [Math.max(textA.length, textB.length), Math.min(textA.length, textB.length)];
  let head = 0;
  while (head < shorter && textA[head] === textB[head]) head++;
  let tail = 0;
  while (tail < shorter - head && textA[textA.length - 1 - tail] === textB[textB.length - 1 - tail]) tail++;
  return longer > 0 && 2 * (head + tail) >= longer;
}

// What lies in `run` before, between and after the pairs; `index` counts the pairs before it.
function gaps(run: Run, between: [number, number][]): (Run & { index: number })[] {
  const found: (Run & { index: number })[] = [];
  let [from, fromAfter] = [run.from, run.fromAfter];
  for (const [index, [to, toAfter]] of [...between, [run.to, run.toAfter] as [number, number]].entries()) {
    if (to > from || toAfter > fromAfter) found.push({ from, to, fromAfter, toAfter, index });
    [from, fromAfter] = [to + 1, toAfter + 1];
  }
  return found;
}

// Children of the run that go together, in order: the common ends, and a longest common subsequence of the middle.
// Beyond a bound the middle has no pairs: correct, only coarser.
function pairs(before: Node, after: Node, run: Run, same: (a: Node, b: Node) => boolean): [number, number][] {
  let { from, to, fromAfter, toAfter } = run;
  const found: [number, number][] = [];
  while (from < to && fromAfter < toAfter && same(before.child(from), after.child(fromAfter))) found.push([from++, fromAfter++]);
  const tail: [number, number][] = [];
  while (to > from && toAfter > fromAfter && same(before.child(to - 1), after.child(toAfter - 1))) tail.unshift([--to, --toAfter]);
  const [n, m] = [to - from, toAfter - fromAfter];
  if (n > 0 && m > 0 && n * m <= 250_000) {
    const isSame = new Uint8Array(n * m);
    const length = new Uint16Array((n + 1) * (m + 1)); // [i][j]: how many pairs from i, j on
    const at = (i: number, j: number) => i * (m + 1) + j;
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--) {
        isSame[i * m + j] = Number(same(before.child(from + i), after.child(fromAfter + j)));
        length[at(i, j)] = isSame[i * m + j] ? length[at(i + 1, j + 1)]! + 1 : Math.max(length[at(i + 1, j)]!, length[at(i, j + 1)]!);
      }
    for (let i = 0, j = 0; i < n && j < m;) {
      if (isSame[i * m + j]) found.push([from + i++, fromAfter + j++]);
      else if (length[at(i + 1, j)]! >= length[at(i, j + 1)]!) i++;
      else j++;
    }
  }
  return [...found, ...tail];
}
