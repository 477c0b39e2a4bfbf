// Symbol fonts: a letter in Wingdings is an arrow to whoever sees it. The sign that was seen is written in its place,
// since the body knows no fonts.
import data from './symbols.json';
import { toWindows1252 } from './characters.ts';

const fonts = data.fonts as Record<string, Record<string, string>>;
const unknown = '\ufffd'; // seen by the writer, who knows what stood there

const codeText = (code: number) => code.toString(16).toUpperCase().padStart(2, '0');
const isSymbolFont = (name: string) => Object.hasOwn(fonts, name);

// The first family of a list is the one that is drawn.
function familyOf(list: string): string {
  return (list.split(',')[0] ?? '').replace(/["']/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

// What an element says of its font: a name, or null when it says nothing.
function fontNamed(element: Element): string | null {
  const style = element.getAttribute('style') ?? '';
  const value = (name: string) => new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]*)`, 'i').exec(style)?.[1];
  const symbol = value('mso-symbol-font-family');
  const family = value('font-family') ?? element.getAttribute('face')
    ?? /(?:^|[\s\d](?:pt|px|em|rem|%|cm|mm|in|pc|small|medium|large))(?:\s*\/\s*[^\s"']+)?\s+([^\d\s/][^/]*)$/i.exec(value('font') ?? '')?.[1];
  if (symbol && (!family || /(?:^|[;\s])mso-char-type\s*:\s*symbol/i.test(style))) return familyOf(symbol);
  return family ? familyOf(family) : null;
}

function fontOf(text: Node): string | null {
  for (let element = text.parentElement; element; element = element.parentElement) {
    const named = fontNamed(element);
    if (named !== null) return isSymbolFont(named) ? named : null;
  }
  return null;
}

function inFont(text: string, font: string): string {
  const table = fonts[font]!;
  const codes = [...text].map((character) => {
    const point = character.codePointAt(0)!;
    if (point >= 0xf020 && point <= 0xf0ff) return point - 0xf000;
    return point <= 0x20 || point === 0xa0 ? null : point <= 0xff ? point : toWindows1252(point) ?? -1;
  });
  // Letters that no symbol font has were drawn in another font, and their whole word with them.
  if ([...text].some((character, i) => codes[i] === -1 && /\p{L}/u.test(character))) return text;
  return [...text].map((character, i) => {
    const code = codes[i]!;
    return code === null || code === -1 ? character : table[codeText(code)] ?? unknown;
  }).join('');
}

/// Signs that came without their font, as in plain text: Word's private codes. Wingdings is what is used for signs,
/// Symbol for the round bullet, the dash and what is calculated with.
export function signsWithoutFont(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (character) => {
    const code = character.charCodeAt(0) - 0xf000;
    const isSymbols = code === 0x2d || code === 0xa3 || code === 0xae || (code >= 0xb0 && code <= 0xbf);
    const first = isSymbols ? 'symbol' : 'wingdings';
    return fonts[first]![codeText(code)] ?? fonts[isSymbols ? 'wingdings' : 'symbol']![codeText(code)] ?? character;
  });
}

/// The signs of symbol fonts in `body` as they were seen. Their font is forgotten.
export function writeSigns(doc: Document, body: HTMLElement): void {
  for (const element of [...body.querySelectorAll<HTMLElement>('*')]) {
    if (element.localName !== 'w:sym') continue; // <w:sym w:font="Wingdings" w:char="F0E0"/>, which no HTML parser closes
    const font = familyOf(element.getAttribute('w:font') ?? '');
    const code = Number.parseInt(element.getAttribute('w:char') ?? '', 16);
    if (!Number.isInteger(code)) continue;
    const character = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
    const sign = isSymbolFont(font) && character <= 0xff ? fonts[font]![codeText(character)] ?? unknown : String.fromCodePoint(Math.min(code, 0x10ffff));
    element.before(doc.createTextNode(sign));
    element.replaceWith(...element.childNodes);
  }
  const texts = doc.createTreeWalker(body, 4 /* texts */);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.trim() === '') continue;
    const font = fontOf(text);
    const seen = font ? inFont(text.data, font) : signsWithoutFont(text.data);
    if (seen !== text.data) text.data = seen;
  }
}

/// Whether a list's marker is in a symbol font: then it is a bullet, whatever letter stands for it.
export function isInSymbolFont(marker: Node): boolean {
  return fontOf(marker) !== null;
}
