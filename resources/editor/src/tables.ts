// Tables that are pasted: each row as wide as the table, each cell where it was seen.

const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string) => [...root.querySelectorAll<E>(selector)];
const largest = { colspan: 50, rowspan: 500 }; // schema.json

interface Cell { element: HTMLElement; row: number; column: number; width: number; height: number }

/// Fills rows that are too short at their end, where nothing was seen (the editor would fill a first row at its start and
/// move its words), and keeps spans to columns and rows that exist: pages write colspan="100" for "all of them".
export function squareTables(doc: Document, body: HTMLElement): void {
  for (const table of all(body, 'table')) {
    // Word ends tables of uneven columns with a row of no height that only holds their widths.
    for (const row of all(table, 'tr[height="0"]')) if (row.textContent!.trim() === '' && !row.querySelector('img')) row.remove();
    squareTable(doc, table);
  }
}

const span = (cell: Element, name: 'colspan' | 'rowspan') => {
  const value = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, 1000) : 1;
};

function squareTable(doc: Document, table: HTMLElement): void {
  const rows = all(table, 'tr').filter((row) => row.closest('table') === table);
  const taken: boolean[][] = rows.map(() => []);
  const cells: Cell[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    for (const element of [...row.children] as HTMLElement[]) {
      if (!/^t[dh]$/.test(element.localName)) continue;
      while (taken[y]![x]) x++;
      const width = span(element, 'colspan') || 1;
      const height = Math.min(span(element, 'rowspan') || rows.length, rows.length - y);
      for (let i = y; i < y + height; i++) for (let j = x; j < x + width; j++) taken[i]![j] = true;
      cells.push({ element, row: y, column: x, width, height });
      x += width;
    }
  });
  // Columns and rows in which no cell begins are nowhere to be seen.
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const begun = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const within = (starts: number[], from: number, size: number) => lowerBound(starts, from + size) - lowerBound(starts, from);
  const filled = new Array<number>(rows.length).fill(0);
  for (const { element, row, column, width, height } of cells) {
    const across = Math.min(within(columns, column, width), largest.colspan);
    const down = Math.min(within(begun, row, height), largest.rowspan);
    for (const [name, value] of [['colspan', across], ['rowspan', down]] as const)
      if (value === 1) element.removeAttribute(name);
      else element.setAttribute(name, String(value));
    for (let i = lowerBound(begun, row), end = i + down; i < end; i++) filled[begun[i]!]! += across;
  }
  const kept = new Set(begun);
  rows.forEach((row, y) => {
    if (!kept.has(y)) row.remove();
  });
  const width = begun.reduce((most, y) => Math.max(most, filled[y]!), 0);
  for (const y of begun)
    for (let missing = width - filled[y]!; missing > 0; missing--) rows[y]!.append(doc.createElement('td'));
}

function lowerBound(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
