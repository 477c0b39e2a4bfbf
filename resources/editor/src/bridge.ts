// What the page and ui/editor/EditorBridge say to each other over QWebChannel. Both sides are ours; the names are the
// members of EditorBridge.
import type { CommandArguments } from './commands.ts';
import type { Strings } from './strings.ts';
import type { ToolState } from './toolstate.ts';

interface Signal<Arguments extends unknown[]> {
  connect(handler: (...args: Arguments) => void): void;
}

/// What the desk's field for finding asks.
export interface FindRequest {
  what: 'look' | 'next' | 'previous' | 'replace' | 'replaceAll' | 'close';
  text: string;
  matchCase: boolean;
  replacement: string;
}

/// EditorBridge as QWebChannel shows it here.
export interface Bridge {
  // Signals of the desk: what the page is asked to do.
  load: Signal<[json: string, generation: number, anchor: number, head: number]>;
  replace: Signal<[json: string, generation: number, sequence: number, request: number]>;
  resend: Signal<[]>;
  flush: Signal<[request: number]>;
  setReadOnly: Signal<[readOnly: boolean]>;
  command: Signal<[name: string, args: CommandArguments]>;
  find: Signal<[request: FindRequest]>;
  put: Signal<[json: string]>;
  forgetUndo: Signal<[]>;
  setHead: Signal<[height: number]>;
  scrollTo: Signal<[y: number]>;
  insertFigure: Signal<[media: string, width: number, height: number, alt: string]>;
  offerFigures: Signal<[offers: string[], x: number, y: number]>;
  takePicture: Signal<[offer: string, media: string, width: number, height: number, alt: string]>;
  refusePicture: Signal<[offer: string]>;
  refreshPicture: Signal<[media: string]>;
  setStrings: Signal<[strings: Strings]>;
  setTheme: Signal<[properties: Record<string, string>, isDark: boolean]>;

  // Slots of the desk: what the page tells.
  ready(): void;
  loadFailed(generation: number, reason: string, kind: 'unknown' | 'tooLarge'): void;
  /// `removed` blocks from index `from` on became `blocks` (one JSON text each); -1 stands for all. `byDesk`: nobody
  /// typed this, it came with replace.
  changed(generation: number, sequence: number, from: number, removed: number, blocks: string[], byDesk: boolean): void;
  flushed(request: number): void;
  replaced(request: number, accepted: boolean): void;
  stateChanged(state: ToolState): void;
  counted(words: number, characters: number): void;
  /// Of what is looked for: which place is chosen (1 for the first, 0 for none), and how many there are.
  found(current: number, total: number): void;
  pictureOffered(offer: string, mimeType: string, base64: string): void;
  picturePathOffered(offer: string, path: string): void;
  pictureWanted(offer: string): void;
  /// Something was refused because the text, or a field of a picture, would have grown beyond a limit, or deep lists of
  /// a paste were raised.
  limitReached(what: 'depth' | 'size' | 'field' | 'flattened'): void;
  /// The wording of that side is selected now; `instead`: it was to be kept, and none was selected. Empty: what was
  /// selected is not any more.
  wordingShown(side: string, instead: boolean): void;
  pictureTooLarge(): void;
  /// Of what is pasted: pictures of web pages, and links to what is no address of a link.
  pasteLeftOut(pictures: number, links: number): void;
  linkRequested(): void;
  linkClicked(href: string): void;
  plainPasteRequested(): void;
}

interface ChannelClass {
  new (transport: unknown, opened: (channel: { objects: { bridge: Bridge } }) => void): unknown;
}
declare const QWebChannel: ChannelClass; // qwebchannel.js, Qt's own
declare const qt: { webChannelTransport: unknown };

export function openBridge(opened: (bridge: Bridge) => void): void {
  new QWebChannel(qt.webChannelTransport, (channel) => opened(channel.objects.bridge));
}
