// Lists that are pasted keep what was drawn before their items. The schema's ordered list draws 1. 2. 3. and its bullet
// list draws bullets; a label that neither draws – a), II., 2.1., (1), a ticked box – is text at the head of a paragraph,
// since other words of the document speak of it ("giấy tờ tại điểm b").
import { isInSymbolFont } from './symbols.ts';

const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string) => [...root.querySelectorAll<E>(selector)];
const styleOf = (element: Element) => (element.getAttribute('style') ?? '').replace(/\s+/g, ' ').toLowerCase();

type Label = { kind: 'number'; number: number } | { kind: 'bullet'; dash: boolean; plus: boolean } | { kind: 'text'; text: string };

const largestStart = 100000; // schema.json

function labelOf(marker: string): Label {
  const text = marker.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
  const number = /^(0|[1-9]\d*)\.$/.exec(text);
  if (number && Number(number[1]) <= largestStart) return { kind: 'number', number: Number(number[1]) };
  // A box to tick says something that a bullet does not. A lone o is Word's round bullet, in Courier.
  const says = /[\p{L}\p{N}☐☑☒✗✘⌧◻□\ufffd]/u.test(text) && text !== 'o';
  if (says || [...text].length > 2) return { kind: 'text', text };
  return { kind: 'bullet', dash: /^[-–—−‐‑]$/.test(text), plus: text === '+' };
}

// ---- Word --------------------------------------------------------------------------------------------------------

// Word's list items are paragraphs with style "mso-list:l0 level2 lfo1" and the drawn bullet or number in a span of
// style "mso-list:Ignore".
interface WordItem { element: HTMLElement; level: number; label: Label; marker: HTMLElement | undefined }

function wordItem(element: Element | null): WordItem | null {
  const match = element && /mso-list: ?l\d+ level(\d+)/.exec(styleOf(element));
  if (!match || !/^(p|li|h[1-6]|div)$/.test(element.localName)) return null;
  const marker = all(element, 'span').find((span) => /mso-list: ?ignore/.test(styleOf(span)));
  return { element: element as HTMLElement, level: Number(match[1]), label: labelOf(marker?.textContent ?? ''), marker };
}

/// Word's numbers and bullets as signs of ordinary fonts. Before writeSigns(), which forgets the fonts: a letter of a
/// symbol font that has no sign is still a bullet.
export function markBullets(body: HTMLElement): void {
  for (const marker of all(body, 'span[style]')) {
    if (!/mso-list: ?ignore/.test(styleOf(marker))) continue;
    const text = [...marker.childNodes].find((child) => child.textContent!.trim() !== '');
    if (text && isInSymbolFont(text)) marker.setAttribute('data-symbol', '');
  }
}

interface Open { level: number; label: Label; list: HTMLElement | null; next: number }

export function wordLists(doc: Document, body: HTMLElement): void {
  for (const element of all(body, '[style]')) {
    if (!element.isConnected) continue;
    const first = wordItem(element);
    if (!first || element.localName === 'li' || /^h[1-6]$/.test(element.localName)) continue; // numbered headings stay headings, with the number that Word drew
    const items: WordItem[] = [];
    for (let item: WordItem | null = first; item && item.element.localName === element.localName;
      item = wordItem(item.element.nextElementSibling)) items.push(item);
    const place = doc.createComment('');
    element.before(place);
    const open: Open[] = [];
    for (const item of items) addWordItem(doc, item, open, place);
    place.remove();
  }
}

function addWordItem(doc: Document, item: WordItem, open: Open[], place: Comment): void {
  let { label } = item;
  if (item.marker?.hasAttribute('data-symbol') && label.kind === 'text' && label.text === '\ufffd')
    label = { kind: 'bullet', dash: false, plus: false };
  // "+" stands under "-", also where both were typed as lists of one level.
  const under = label.kind === 'bullet' && label.plus
    && open.some(({ level, label: over }) => level === 2 * item.level && over.kind === 'bullet' && over.dash);
  const level = 2 * item.level + (under ? 1 : 0);
  while (open.length && open.at(-1)!.level > level) open.pop();
  const last = open.at(-1);
  const goesOn = last?.level === level && last.label.kind === label.kind && last.list !== null
    && (label.kind !== 'number' || label.number === last.next);
  if (last?.level === level && !goesOn) open.pop();
  const around = (goesOn ? open.slice(0, -1) : open).filter(({ list }) => list !== null).at(-1)?.list;
  const put = (node: Node) => { around?.lastElementChild ? around.lastElementChild.append(node) : place.before(node); };

  if (label.kind === 'text') {
    // Its look stays, and the label has that of the words it was drawn with.
    item.marker!.replaceWith(doc.createTextNode(`${label.text} `));
    let paragraph = item.element;
    if (paragraph.localName !== 'p') {
      paragraph = doc.createElement('p');
      paragraph.append(...item.element.childNodes);
      item.element.remove();
    }
    const align = /text-align: ?(center|right|justify)/.exec(styleOf(item.element))?.[1] ?? item.element.getAttribute('align');
    paragraph.removeAttribute('align');
    if (align) paragraph.setAttribute('style', `text-align: ${align}`);
    else paragraph.removeAttribute('style'); // it is an item no more
    put(paragraph);
    open.push({ level, label, list: null, next: 0 });
    return;
  }
  item.marker?.remove();
  const paragraph = doc.createElement('p');
  paragraph.append(...item.element.childNodes);
  item.element.remove();
  const li = doc.createElement('li');
  li.append(paragraph);
  let current = goesOn ? last : undefined;
  if (!current) {
    const list = doc.createElement(label.kind === 'number' ? 'ol' : 'ul');
    if (label.kind === 'number' && label.number !== 1) list.setAttribute('start', String(label.number));
    put(list);
    open.push(current = { level, label, list, next: 0 });
  }
  current.list!.append(li);
  if (label.kind === 'number') current.next = label.number + 1;
}

// ---- lists of HTML -----------------------------------------------------------------------------------------------

function roman(number: number): string {
  const signs: [string, number][] = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40],
    ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]];
  let rest = number;
  return signs.map(([sign, value]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}

function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

function counted(number: number, style: string): string {
  if (number > 0 && number < 4000 && /roman/.test(style)) return style.startsWith('upper') ? roman(number).toUpperCase() : roman(number);
  if (number > 0 && /alpha|latin/.test(style)) return style.startsWith('upper') ? letters(number).toUpperCase() : letters(number);
  if (number > 0 && number < 25 && style === 'lower-greek') return [...'αβγδεζηθικλμνξοπρστυφχψω'][number - 1]!;
  if (style === 'decimal-leading-zero' && number >= 0 && number < 10) return `0${number}`;
  return String(number);
}

const types: Record<string, string> = { 1: 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' };
const bullets = /^(disc|circle|square|disclosure-(open|closed))$/;

// The style of an element's markers: its name, or the text that it draws in quotes; null when it says none.
function markerStyle(element: Element): string | null {
  const style = element.getAttribute('style') ?? '';
  const value = /(?:^|[;\s])list-style-type\s*:\s*("[^"]*"|'[^']*'|[^;]+)/i.exec(style)?.[1] ?? /(?:^|[;\s])list-style\s*:\s*([^;]+)/i.exec(style)?.[1];
  if (value !== undefined) {
    const text = /["']([^"']*)["']/.exec(value);
    if (text) return `"${text[1]}`;
    const named = /\b(none|disc|circle|square|decimal(-leading-zero)?|(lower|upper)-(alpha|latin|roman)|lower-greek)\b/i.exec(value);
    if (named) return named[0].toLowerCase();
  }
  const type = element.getAttribute('type') ?? '';
  return types[type] ?? (bullets.test(type.toLowerCase()) ? type.toLowerCase() : null);
}

// Word on the web writes each level as a list of its own, and the pattern of its labels ("%1.%2.", "%1)") on the items.
type Counters = Map<string, string[]>;

function htmlLabel(li: Element, style: string, number: number, counters: Counters): Label | null {
  if (style.startsWith('"')) return style.length > 1 ? labelOf(style.slice(1)) : null;
  if (style === 'none') return null;
  if (bullets.test(style)) return labelOf('•');
  const own = counted(number, style);
  const pattern = li.getAttribute('data-leveltext') ?? '';
  const level = Number(li.getAttribute('data-aria-level') ?? li.getAttribute('aria-level') ?? '');
  if (!pattern.includes('%') || !(level >= 1 && level <= 9)) return labelOf(`${own}.`);
  const list = li.getAttribute('data-listid') ?? '';
  const known = (counters.get(list) ?? []).slice(0, level - 1);
  known[level - 1] = own;
  counters.set(list, known);
  return labelOf(pattern.replace(/%([1-9])/g, (_all, digit: string) => known[Number(digit) - 1] ?? '1'));
}

/// Lists of HTML whose markers are not 1. 2. 3. or bullets, from Word on the web, LibreOffice, Google Docs and pages.
export function htmlLists(doc: Document, body: HTMLElement): void {
  // Many write a list within a list beside the item that it belongs to.
  for (const inner of all(body, 'ol > ol, ol > ul, ul > ol, ul > ul')) {
    const before = inner.previousElementSibling;
    if (before?.localName === 'li') before.append(inner);
  }
  const counters: Counters = new Map();
  const drawn = all(body, 'ol, ul').map((list) => ({ list, labels: labelsOf(list, counters) }));
  for (const { list, labels } of drawn.reverse()) writeLabels(doc, list, labels);
}

function labelsOf(list: HTMLElement, counters: Counters): Map<Element, Label | null> {
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const own = markerStyle(list);
  const ordered = list.localName === 'ol';
  const reversed = list.hasAttribute('reversed');
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  let number = Number.isInteger(start) ? start : reversed ? items.length : 1;
  const labels = new Map<Element, Label | null>();
  for (const li of items) {
    const value = Number.parseInt(li.getAttribute('value') ?? '', 10);
    if (Number.isInteger(value)) number = value;
    const style = markerStyle(li) ?? own ?? (ordered ? 'decimal' : 'disc');
    // Without markers, lists of pages are menus: they stay what they are.
    labels.set(li, !ordered && style === 'none' ? labelOf('•') : htmlLabel(li, style, number, counters));
    number += reversed ? -1 : 1;
  }
  return labels;
}

function writeLabels(doc: Document, list: HTMLElement, labels: Map<Element, Label | null>): void {
  if (labels.size === 0) return;
  let current: { list: HTMLElement; kind: Label['kind']; next: number } | null = null;
  const made: Node[] = [];
  for (const [li, label] of labels) {
    if (label === null || label.kind === 'text') {
      made.push(...paragraphsOf(doc, li, label === null ? '' : `${label.text} `));
      current = null;
      continue;
    }
    if (!current || current.kind !== label.kind || (label.kind === 'number' && label.number !== current.next)) {
      const fresh: HTMLElement = doc.createElement(label.kind === 'number' ? 'ol' : 'ul');
      if (label.kind === 'number' && label.number !== 1) fresh.setAttribute('start', String(label.number));
      made.push(fresh);
      current = { list: fresh, kind: label.kind, next: 0 };
    }
    current.list.append(li);
    if (label.kind === 'number') current.next = label.number + 1;
  }
  list.replaceWith(...made);
}

const blocks = /^(p|div|h[1-6]|ul|ol|table|blockquote|figure|hr|pre|section|article|dl|address|details)$/;

// What is in an item, with its label before the first words; words that stand loose in it become paragraphs.
function paragraphsOf(doc: Document, li: Element, label: string): Node[] {
  const nodes: HTMLElement[] = [];
  const align = /text-align: ?(center|right|justify)/.exec(styleOf(li))?.[1];
  let loose: HTMLElement | null = null;
  for (const child of [...li.childNodes]) {
    const isBlock = child.nodeType === 1 && (blocks.test((child as Element).localName) || (child as Element).querySelector('p, div, ul, ol, table') !== null);
    if (isBlock) {
      nodes.push(child as HTMLElement);
      loose = null;
      continue;
    }
    if (!loose) {
      if (child.textContent!.trim() === '' && !(child.nodeType === 1 && (child as Element).localName === 'img')) continue;
      loose = doc.createElement('p');
      if (align) loose.setAttribute('style', `text-align: ${align}`);
      nodes.push(loose);
    }
    loose.append(child);
  }
  if (label === '') return nodes;
  const first = nodes[0];
  const head = first && /^(p|div|h[1-6]|section|article)$/.test(first.localName) ? first.querySelector('p, h1, h2, h3, h4, h5, h6') ?? first : null;
  if (head && !head.querySelector('ul, ol, table')) head.prepend(doc.createTextNode(label));
  else {
    const paragraph = doc.createElement('p');
    paragraph.append(doc.createTextNode(label.trim()));
    nodes.unshift(paragraph);
  }
  return nodes;
}
