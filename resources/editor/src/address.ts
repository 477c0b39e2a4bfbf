// What was said where a link's address is meant (pasted HTML, the link dialog), in the form that a link keeps.
// linkAddress() of ui/editor/LinkDialog.cpp is the same for what is typed, which may do without a scheme;
// tests/ui/editor/fixtures/addresses.json holds both to it.
import { allowedHref } from './schema.ts';

const hostOfWeb = /^www(\.[\p{L}\p{N}_-]+)+(:\d+)?([/?#].*)?$/iu;
const scheme = /^([a-z][a-z0-9+.-]*):(.+)$/i;
const hostAndPlace = /^\/\/[^\s/?#]+[/?#]/;

/// The address with its blanks written as %20, "www.…" as https; '' if it is none that a link may have.
export function linkAddress(text: string): string {
  const said = text.trim().replace(/[\t\n\r]/g, ''); // which browsers pass over in an address
  const found = scheme.exec(hostOfWeb.test(said) ? `https://${said}` : said);
  if (!found) return '';
  const [, name, rest] = found as unknown as [string, string, string];
  switch (name.toLowerCase()) {
    case 'tel': return allowedHref(`${name}:${rest.replace(/\s/g, '')}`); // groups of a number
    case 'mailto': return allowedHref(`${name}:${withoutBlanks(rest.trim())}`);
    // In the name of a host, or before it, a blank is no sign of the address: it leads nowhere, or elsewhere.
    default: return /\s/.test(rest) && !hostAndPlace.test(rest) ? '' : allowedHref(`${name}:${withoutBlanks(rest)}`);
  }
}

const withoutBlanks = (text: string) => text.replace(/\s/g, encodeURIComponent);
