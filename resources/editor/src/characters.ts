// Characters that nobody sees, in text that comes from elsewhere: what a reader would expect in their place.

// What Windows-1252 has at 0x80–0x9F. Text that was read in the wrong encoding brings these as control characters.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/// The byte that Windows-1252 writes a character above U+00FF as, else undefined.
export function toWindows1252(point: number): number | undefined {
  const at = point > 0xff ? windows1252.indexOf(String.fromCodePoint(point)) : -1;
  return at < 0 ? undefined : 0x80 + at;
}

// A syllable whose only letter above ASCII is ư: "h­ng", "th­".
const syllableOfU = /(?<![\p{L}\u00ad])(?:b|ch?|d|gi?|h|kh?|l|m|nh?|ngh?|ph|qu|r|s|t[hr]?|v|x)?\u00ad(?:a|u|i|c|m|ng?|p|t)?(?![\p{L}\u00ad])/iu;

/// Whether text is in the old encoding TCVN3, in which U+00AD is the letter ư. Text with letters that only Unicode has is
/// not; else its other letters (®, µ, ¸ … before or within Latin ones) tell, or a syllable that needs an ư.
export function isTcvn3(text: string): boolean {
  if (/[đơưăĐƠƯĂ\u1ea0-\u1ef9]/.test(text)) return false;
  if (/[®µ¸¹¶·¨©ª«¬¾»¼½Æ][a-z\u00ad]/i.test(text)) return true;
  const found = syllableOfU.exec(text);
  return found !== null && found[0].length > 1;
}

const joining = '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Khmer}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Mongolian}]';
const strayJoiner = new RegExp(`(?<!${joining}|[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])[\\u200c\\u200d]+|[\\u200c\\u200d]+(?!${joining}|\\p{Extended_Pictographic}|[♀♂⚕])`, 'gu');

// Zero widths, byte order marks, invisible operators, places of objects, noncharacters, tags that end no flag.
const unseen = /[\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const marks = /[\u061c\u200e\u200f]/g; // right where text runs to the left
const breaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/// `text` as a reader expects it: line breaks of all kinds as '\n', blanks of all widths as ' ' (a run with no-break
/// spaces as one), Word's fixed hyphen as '-', nothing unseen. `softHyphens` stay where they are letters (isTcvn3()).
export function readable(text: string, softHyphens: 'kept' | 'dropped'): string {
  if (/^[\n\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]*$/.test(text)) return text;
  let clean = text.replace(breaks, '\n').replace(/\u001e/g, '-')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/[\u0080-\u009f]/g, (character) => {
      const meant = windows1252[character.charCodeAt(0) - 0x80]!;
      return meant === character ? '' : meant;
    })
    .replace(/[ \u2000-\u200a]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164][ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]*/g, ' ')
    .replace(unseen, '').replace(directions, '').replace(strayJoiner, '');
  if (!/(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(clean)) clean = clean.replace(marks, '');
  return softHyphens === 'kept' ? clean : clean.replace(/\u00ad/g, '');
}

/// The same for what is one line: a description, a credit.
export function readableLine(text: string): string {
  return readable(text, isTcvn3(text) ? 'kept' : 'dropped').replace(/[\t\n]+/g, ' ').normalize('NFC').trim();
}
