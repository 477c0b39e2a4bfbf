// Pictures that show nothing: pages and mails push their columns apart with them, and count with them who reads.
const largestEdge = 2; // px
const largestText = 16 * 1024; // of base64; so few pixels are a small file

/// Whether an edge of the picture is at most two pixels, by its page or by its own bytes.
export function isSpacer(image: Element): boolean {
  const edges = ['width', 'height'].map((name) => shownEdge(image, name));
  return [...edges, ...ownEdges(image.getAttribute('src') ?? '')].some((edge) => edge <= largestEdge);
}

// What a style says is what is seen, whatever the attribute says. NaN where it depends on the page.
function shownEdge(image: Element, name: string): number {
  const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'i').exec(image.getAttribute('style') ?? '')?.[1];
  const [, number, unit] = /^\s*(\d*\.?\d+)\s*(px|pt|)\s*$/i.exec(styled ?? image.getAttribute(name) ?? '') ?? [];
  return number === undefined ? NaN : Number(number) * (unit!.toLowerCase() === 'pt' ? 4 / 3 : 1);
}

// Width and height as the head of the file says them; none if it is longer, no data, or of another format.
function ownEdges(src: string): number[] {
  const base64 = /^data:image\/[a-z0-9.+-]+;base64,([a-z0-9+/=\s]+)$/i.exec(src)?.[1];
  if (!base64 || base64.length > largestText) return [];
  let text = '';
  try {
    text = atob(base64);
  } catch {
    return [];
  }
  const at = (place: number) => text.charCodeAt(place);
  if (text.startsWith('GIF8') && text.length >= 10) return [at(6) + at(7) * 256, at(8) + at(9) * 256];
  if (text.startsWith('\x89PNG') && text.length >= 24) return [16, 20].map((place) => ((at(place) * 256 + at(place + 1)) * 256 + at(place + 2)) * 256 + at(place + 3));
  if (!text.startsWith('\xff\xd8')) return [];
  for (let place = 2; place + 8 < text.length && at(place) === 0xff; place += 2 + at(place + 2) * 256 + at(place + 3)) {
    // SOF0 … SOF15 say the size; of that row DHT, JPG and DAC are something else.
    if (at(place + 1) >= 0xc0 && at(place + 1) <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(at(place + 1)))
      return [5, 7].map((edge) => at(place + edge) * 256 + at(place + edge + 1));
  }
  return [];
}
