// Pasted HTML on its way into the closed schema: Word's lists, headings and captions become real ones, its junk goes,
// pictures become figures whose bytes or paths are offered to the desk. ProseMirror's parser then drops what is left
// that the schema does not know. Works on a document of its own, in which nothing is loaded and no script runs.
import { linkAddress } from './address.ts';
import { isTcvn3, readable, readableLine } from './characters.ts';
import { htmlLists, markBullets, wordLists } from './lists.ts';
import { isSpacer } from './spacers.ts';
import { signsWithoutFont, writeSigns } from './symbols.ts';
import { squareTables } from './tables.ts';

export type PictureSource = { path: string } | { bytes: string; mimeType: string };
export interface CleanPaste {
  html: string;
  /// One for each figure without a picture in the HTML, in order; null for one that was empty where it came from.
  pictures: (PictureSource | null)[];
  /// Pictures that stay outside: the page has no network.
  fromWeb: number;
  /// Links whose address no link keeps; their words are in the HTML.
  linksLeftOut: number;
}

export function cleanPaste(html: string): CleanPaste {
  const doc = new DOMParser().parseFromString(html.normalize('NFC'), 'text/html');
  const body = doc.body;
  const isWord = /urn:schemas-microsoft-com:office|class="?Mso|mso-[a-z]+:/i.test(html);
  const isOurs = body.querySelector('[data-pm-slice]') !== null; // copied in this editor: already as it should be
  removeUnseen(doc, body);
  if (!isOurs) {
    markBullets(body);
    writeSigns(doc, body);
  }
  if (isWord) cleanWord(doc, body);
  if (!isOurs) {
    htmlLists(doc, body);
    writeReadable(doc, body);
    blocksOfPages(doc, body);
  }
  flattenTables(doc, body);
  squareTables(doc, body);
  const { pictures, fromWeb } = figuresOf(doc, body);
  if (!isOurs) dropEmptyBlocks(body);
  const linksLeftOut = mendLinks(body);
  return { html: body.innerHTML, pictures, fromWeb, linksLeftOut };
}

const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string) => [...root.querySelectorAll<E>(selector)];
const styleOf = (element: Element) => (element.getAttribute('style') ?? '').replace(/\s+/g, ' ').toLowerCase();

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(doc: Document, element: Element, tag: string): HTMLElement {
  const fresh = doc.createElement(tag);
  const align = /text-align: ?(center|right|justify)/.exec(styleOf(element))?.[1] ?? element.getAttribute('align');
  if (align) fresh.setAttribute('style', `text-align: ${align}`);
  fresh.append(...element.childNodes);
  element.replaceWith(fresh);
  return fresh;
}

function removeUnseen(doc: Document, body: HTMLElement): void {
  const comments = doc.createTreeWalker(body, 128 /* comments */);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  for (const element of all(body, 'script, style, link, meta, title, template, noscript, object, embed, iframe, svg, button, input, select, textarea'))
    element.remove();
  for (const element of all(body, '[style]'))
    if (/display: ?none|mso-hide: ?all|mso-element: ?comment/.test(styleOf(element))) element.remove();
}

// ---- Word --------------------------------------------------------------------------------------------------------

function cleanWord(doc: Document, body: HTMLElement): void {
  for (const element of all(body, '.MsoCommentReference, del')) element.remove();
  for (const element of all(body, '*')) if (element.localName.includes(':') && element.localName !== 'o:p') unwrap(element);
  for (const element of all(body, 'ins')) unwrap(element);
  for (const element of all(body, 'p.MsoTitle')) rename(doc, element, 'h2');
  for (const element of all(body, 'p.MsoSubtitle')) rename(doc, element, 'h3');
  wordLists(doc, body);
  for (const element of all(body, '*')) if (element.localName === 'o:p') unwrap(element);
  for (const element of all(body, 'p.MsoCaption')) element.setAttribute('data-caption', '');
  // Word writes the whole look of its styles on each heading; a heading has its own.
  for (const heading of all(body, 'h1, h2, h3, h4, h5, h6'))
    for (const element of [heading, ...all(heading, '*')]) {
      element.removeAttribute('style');
      if (element !== heading && (element.localName === 'b' || element.localName === 'strong')) unwrap(element);
    }
}

// ---- everything --------------------------------------------------------------------------------------------------

// Office programs and web pages align with runs of no-break spaces; a document does not. What is not seen goes.
function writeReadable(doc: Document, body: HTMLElement): void {
  const isOld = isTcvn3(body.textContent ?? '') || /font-family: ?["']?\.vn|face=["']?\.vn/i.test(body.innerHTML);
  const texts: Text[] = [];
  const walker = doc.createTreeWalker(body, 4 /* texts */);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    // A line of the source is no line of the text, but a break that the text itself has is.
    const parts = text.data.split(/[\u000b\u0085\u2028\u2029]/).map((part) => readable(part, isOld ? 'kept' : 'dropped').replace(/\n/g, ' '));
    if (parts.length === 1) {
      if (parts[0] !== text.data) text.data = parts[0]!;
      continue;
    }
    text.replaceWith(...parts.flatMap((part, i) => [...(i > 0 ? [doc.createElement('br')] : []), doc.createTextNode(part)]));
  }
  for (const element of all(body, '[alt], [title], [summary], [aria-label], [data-credit]'))
    for (const name of ['alt', 'title', 'summary', 'aria-label', 'data-credit']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, readableLine(signsWithoutFont(value)));
    }
}

// Elements that stand as blocks on a page and that the schema's parser would run together with what is beside them.
function blocksOfPages(doc: Document, body: HTMLElement): void {
  for (const formula of all(body, 'math')) formula.replaceWith(doc.createTextNode(formula.textContent ?? ''));
  for (const summary of all(body, 'summary, dt, legend')) {
    if (summary.querySelector('p, h1, h2, h3, h4, h5, h6, div, ul, ol')) {
      rename(doc, summary, 'div');
      continue;
    }
    const paragraph = rename(doc, summary, 'p');
    const strong = doc.createElement('strong');
    strong.append(...paragraph.childNodes);
    paragraph.append(strong);
  }
  for (const block of all(body, 'details, form, center, dialog, nav, main, search, menu > :not(li)')) rename(doc, block, 'div');
}

// Cells hold paragraphs and lists only.
function flattenTables(doc: Document, body: HTMLElement): void {
  for (const inner of all(body, 'table table')) {
    const cells = all(inner, 'td, th').filter((cell) => cell.closest('table') === inner);
    inner.replaceWith(...cells.flatMap((cell) => {
      const paragraph = doc.createElement('div');
      paragraph.append(...cell.childNodes);
      return [paragraph];
    }));
  }
  for (const cell of all(body, 'thead td')) {
    const header = doc.createElement('th');
    for (const name of ['colspan', 'rowspan']) {
      const value = cell.getAttribute(name);
      if (value) header.setAttribute(name, value);
    }
    header.append(...cell.childNodes);
    cell.replaceWith(header);
  }
  for (const block of all(body, 'td h1, td h2, td h3, td h4, td h5, td h6, th h1, th h2, th h3, th h4, th h5, th h6')) rename(doc, block, 'p');
  for (const block of all(body, 'td blockquote, th blockquote')) unwrap(block);
  for (const rule of all(body, 'td hr, th hr')) rule.remove();
  for (const table of all(body, 'table')) {
    const caption = table.querySelector('caption');
    if (!caption) continue;
    const text = caption.textContent!.trim();
    if (text && !table.getAttribute('summary')) table.setAttribute('summary', text);
    caption.remove();
  }
}

function figuresOf(doc: Document, body: HTMLElement): { pictures: (PictureSource | null)[]; fromWeb: number } {
  const sources = new Map<Element, PictureSource | null>(); // of the pictures that come without a media id
  const last = new Map<Element, Element>(); // several pictures of one paragraph stay in order
  let fromWeb = 0;
  for (const image of all<HTMLImageElement>(body, 'img')) {
    const src = image.getAttribute('src') ?? '';
    const own = /^media:([0-9a-f-]{36})?$/.test(src);
    const source = sourceOf(src);
    const spacer = !own && isSpacer(image);
    if (!own && (!source || spacer)) {
      if (!spacer && /^https?:/i.test(src)) fromWeb++;
      const figure = image.closest('figure');
      image.remove();
      if (figure && !figure.querySelector('img')) unwrapFigure(doc, figure);
      continue;
    }
    if (!own) image.removeAttribute('src');
    if (src === 'media:' || !own) sources.set(image, source);
    const figure = image.closest('figure');
    if (figure && all(figure, 'img').length === 1 && !figure.closest('td, th, blockquote')) {
      figure.prepend(image); // out of links and wrappers, before the caption
      continue;
    }
    // Sizes of the screen it came from say nothing about the picture's own.
    if (!own) for (const name of ['width', 'height']) image.removeAttribute(name);
    const fresh = doc.createElement('figure');
    const place = outermostBlock(image, body);
    const caption = doc.createElement('figcaption');
    const next = place === image ? null : place.nextElementSibling;
    if (next?.hasAttribute('data-caption')) {
      caption.append(...next.childNodes);
      next.remove();
    }
    (last.get(place) ?? place).after(fresh);
    last.set(place, fresh);
    fresh.append(image, caption);
  }
  // A figure holds one picture and one caption; anything else in it follows it.
  for (const figure of all(body, 'figure')) {
    const image = figure.querySelector('img');
    if (!image) {
      unwrapFigure(doc, figure);
      continue;
    }
    const caption = figure.querySelector('figcaption') ?? doc.createElement('figcaption');
    const credit = caption.querySelector('.credit');
    if (credit) {
      if (!figure.hasAttribute('data-credit')) figure.setAttribute('data-credit', credit.textContent!.trim());
      credit.remove();
    }
    figure.replaceChildren(image, caption);
  }
  const pictures = all(body, 'figure img').filter((image) => sources.has(image)).map((image) => sources.get(image) ?? null);
  return { pictures, fromWeb };
}

function unwrapFigure(doc: Document, figure: Element): void {
  for (const caption of all(figure, 'figcaption')) rename(doc, caption, 'p');
  unwrap(figure);
}

// What the figure comes after: the block that the picture stood in, and out of what cannot hold a figure.
function outermostBlock(image: Element, body: HTMLElement): Element {
  const barred = image.closest('table, blockquote, ul, ol');
  let place: Element = image;
  while (place.parentElement && place.parentElement !== body
    && (barred?.contains(place.parentElement) || !/^(div|section|article|main)$/.test(place.parentElement.localName)))
    place = place.parentElement;
  const outer = place.closest('table, blockquote, ul, ol');
  return outer && body.contains(outer) ? outermost(outer, body) : place;
}

function outermost(element: Element, body: HTMLElement): Element {
  let found = element;
  for (let up = element.parentElement; up && up !== body; up = up.parentElement)
    if (/^(table|blockquote|ul|ol)$/.test(up.localName)) found = up;
  return found;
}

function sourceOf(src: string): PictureSource | null {
  const data = /^data:(image\/[a-z0-9.+-]+);base64,([a-z0-9+/=\s]+)$/i.exec(src);
  if (data) return { mimeType: data[1]!.toLowerCase(), bytes: data[2]!.replace(/\s+/g, '') };
  const file = /^file:\/\/(.*)$/i.exec(src);
  if (!file) return null;
  try {
    const path = decodeURIComponent(file[1]!);
    return { path: path.replace(/^\/(?=[a-z]:)/i, '') }; // file:///C:/… is C:/…
  } catch {
    return null;
  }
}

function dropEmptyBlocks(body: HTMLElement): void {
  for (const block of all(body, 'p, h1, h2, h3, h4, h5, h6, li').reverse())
    if (!block.textContent!.trim() && !block.querySelector('img, hr, table') && !block.closest('td, th')) block.remove();
  for (const list of all(body, 'ul, ol').reverse()) if (!list.querySelector('li')) list.remove();
  for (const link of all(body, 'a')) if (!link.textContent!.trim() && !link.querySelector('img')) link.remove();
}

// A link that says nothing is missed by nobody.
function mendLinks(body: HTMLElement): number {
  let leftOut = 0;
  for (const link of all(body, 'a[href]')) {
    const address = linkAddress(link.getAttribute('href')!);
    if (address) {
      link.setAttribute('href', address);
      continue;
    }
    if (link.textContent!.trim()) leftOut++;
    unwrap(link);
  }
  return leftOut;
}

// ---- plain text --------------------------------------------------------------------------------------------------

/// Plain text as it is pasted: NFC, lines for paragraphs, nothing unseen, tabs as blanks.
export function cleanText(text: string): string {
  return readable(signsWithoutFont(text), isTcvn3(text) ? 'kept' : 'dropped').replace(/\t/g, ' ').normalize('NFC');
}
