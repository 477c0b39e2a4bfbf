// The editor: ProseMirror's view with our schema, kept in step with the desk through the bridge.
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { closeHistory } from 'prosemirror-history';
import { type Node, type Slice } from 'prosemirror-model';
import { EditorState, Plugin, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { linkAddress } from './address.ts';
import type { Bridge, FindRequest } from './bridge.ts';
import { Changes } from './changes.ts';
import { type CommandArguments, commandFor, figure, insertBlock, sideHere } from './commands.ts';
import { count } from './count.ts';
import { figureViews, refreshPicture, selectFigureAt, setFieldsWritable } from './figure.ts';
import { findPlugin, foundIn, letGo, look, replaceAll, replaceCurrent, step, tookAll } from './find.ts';
import { keepCaretInSight } from './insight.ts';
import { fromJson, TooLarge } from './json.ts';
import { keyPlugins } from './keys.ts';
import { flattenDeep, limitsPlugin, unlimited } from './limits.ts';
import { awaitPicture, awaitPictures, offersPlugin, refusePicture, takePicture } from './offers.ts';
import { cleanPaste, cleanText, type PictureSource } from './paste.ts';
import { transformInto } from './replace.ts';
import { allowedHref, schema } from './schema.ts';
import { setStrings, strings, type Strings } from './strings.ts';
import { toolState } from './toolstate.ts';
import { undoPlugin, withoutUndo } from './undo.ts';

const largestPicture = 64 * 1024 * 1024; // bytes; beyond it the channel is no way to bring a picture

interface Replacement { json: string; generation: number; sequence: number; request: number }

// A blank document says what to do; drawn by CSS on a class.
const placeholder = new Plugin({
  props: {
    decorations({ doc }) {
      const only = doc.childCount === 1 ? doc.firstChild! : null;
      if (only?.type.name !== 'paragraph' || only.content.size > 0) return null;
      return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, { class: 'is-blank' })]);
    },
  },
});

export class Editor {
  #bridge: Bridge;
  #view: EditorView;
  #changes: Changes;
  #readOnly = true; // until there is a document
  #loaded = false;
  #plugins: Plugin[];
  #stateTimer: ReturnType<typeof setTimeout> | null = null;
  #lastState = '';
  #lastCount = '';
  #lastFound = '';
  #toldWording = false;
  #head = 0; // in CSS pixels
  #pastedPictures: (PictureSource | null)[] = [];
  #waiting: Replacement | null = null;

  constructor(place: HTMLElement, bridge: Bridge) {
    this.#bridge = bridge;
    this.#changes = new Changes(bridge);
    this.#plugins = [
      ...keyPlugins(bridge),
      limitsPlugin((limit) => bridge.limitReached(limit)),
      undoPlugin,
      offersPlugin,
      findPlugin,
      placeholder,
      tableEditing({ allowTableNodeSelection: false }),
      gapCursor(),
      dropCursor({ class: 'drop-cursor', width: 2, color: false }),
    ];
    this.#view = new EditorView(place, {
      state: EditorState.create({ schema, plugins: this.#plugins }),
      nodeViews: this.#nodeViews(),
      editable: () => this.#loaded && !this.#readOnly,
      attributes: () => ({ class: 'article-body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': strings.editorLabel, spellcheck: 'false' }),
      dispatchTransaction: (tr) => this.#apply(tr),
      transformPastedHTML: (html) => this.#cleaned(html),
      transformPastedText: (text) => cleanText(text),
      handlePaste: (view, event, slice) => this.#paste(view, event, slice),
      handleDrop: (view, event, slice, moved) => this.#drop(view, event, slice, moved),
      handleClickOn: (view, _pos, node, nodePos, event) => (
        node.type.name === 'figure' && event.target instanceof Element && event.target.closest('.figimage') !== null
        && selectFigureAt(view, nodePos)),
      handleClick: (_view, _pos, event) => this.#followLink(event),
      handleDOMEvents: {
        mousedown: (view, event) => this.#clickBelow(view, event),
        compositionend: () => {
          setTimeout(() => this.#replaceWaiting(), 0); // after the view has read the composed text
          return false;
        },
        blur: () => {
          this.#changes.send();
          return false;
        },
      },
    });
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#changes.send(); // a hidden page's timers are slow
    });
    // Whoever comes to the page comes to the text.
    window.addEventListener('focus', () => this.#takeFocus());
    for (const kind of ['dragover', 'drop'] as const)
      document.addEventListener(kind, (event) => event.preventDefault()); // never leave the page for a dropped file
  }

  #nodeViews() {
    return figureViews((offer, pos) => this.#wantPicture(offer, pos));
  }

  // ---- what the desk asks for ----

  load(json: string, generation: number, anchor: number, head: number): void {
    let doc: Node;
    try {
      doc = fromJson(json);
    } catch (error) {
      // An empty sheet that takes no typing: what was shown before is another document's.
      this.#loaded = false;
      this.#waiting = null;
      this.#view.updateState(EditorState.create({ schema, plugins: this.#plugins }));
      this.#tellState();
      this.#refused(generation, error);
      return;
    }
    this.#waiting = null;
    this.#loaded = true;
    this.#changes.start(doc, generation);
    const within = (position: number) => Math.min(Math.max(position, 0), doc.content.size);
    const selection = anchor < 0 ? Selection.atStart(doc) : TextSelection.between(doc.resolve(within(anchor)), doc.resolve(within(head)));
    this.#view.updateState(EditorState.create({ doc, selection, plugins: this.#plugins }));
    this.#lastState = this.#lastCount = this.#lastFound = '';
    this.#toldWording = false;
    if (document.hasFocus()) this.#takeFocus();
    if (anchor < 0) window.scrollTo(0, 0);
    else this.#view.dispatch(this.#view.state.tr.scrollIntoView());
    this.#tellState();
  }

  replace(replacement: Replacement): void {
    this.#waiting = replacement;
    // Changing the text under an input method would break the word being composed.
    if (!this.#view.composing) this.#replaceWaiting();
  }

  #replaceWaiting(): void {
    const waiting = this.#waiting;
    if (!waiting || this.#view.composing) return;
    this.#waiting = null;
    const { json, generation, sequence, request } = waiting;
    // What was merged must have had everything that is here; otherwise the desk merges again with what it lacks.
    if (generation !== this.#changes.generation || sequence !== this.#changes.sequence || this.#changes.hasUnsent) {
      this.#changes.send();
      this.#bridge.replaced(request, false);
      return;
    }
    try {
      this.#keepingScroll(() => {
        const tr = transformInto(this.#view.state.tr, fromJson(json));
        if (tr.docChanged) this.#view.dispatch(tr.setMeta('addToHistory', false).setMeta(unlimited, true));
        return tr;
      });
      this.#changes.send('desk');
      this.#bridge.replaced(request, true);
    } catch (error) {
      this.#refused(generation, error);
    }
  }

  /// A whole document as the person's own change: one step for undo, and the smallest steps inside it.
  put(json: string): void {
    if (!this.#view.editable) return;
    const tr = transformInto(closeHistory(this.#view.state.tr), fromJson(json));
    if (!tr.docChanged) return;
    this.#view.dispatch(tr.setMeta(unlimited, true));
    this.#endStep();
  }

  // What is typed next is a step of its own.
  #endStep(): void {
    this.#view.dispatch(closeHistory(this.#view.state.tr));
  }

  forgetUndo(): void {
    this.#view.updateState(withoutUndo(this.#view.state));
    this.#tellState();
  }

  #refused(generation: number, error: unknown): void {
    this.#bridge.loadFailed(generation, String(error), error instanceof TooLarge ? 'tooLarge' : 'unknown');
  }

  // The first line in sight stays where it is, whatever came in above it.
  #keepingScroll(change: () => Transaction): void {
    const box = this.#view.dom.getBoundingClientRect();
    const seen = this.#view.posAtCoords({ left: box.left + box.width / 2, top: Math.max(box.top, 0) + 8 })?.pos;
    const before = seen === undefined ? 0 : this.#view.coordsAtPos(seen).top;
    const tr = change();
    if (seen === undefined || !tr.docChanged) return;
    const moved = this.#view.coordsAtPos(tr.mapping.map(seen)).top - before;
    if (Math.abs(moved) > 1) window.scrollBy(0, moved);
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    document.documentElement.classList.toggle('is-read-only', readOnly);
    this.#view.setProps({}); // it asks anew whether it is editable
    setFieldsWritable(this.#view.dom, this.#view.editable);
    this.#tellState();
  }

  setStrings(next: Strings): void {
    setStrings(next);
    this.#view.setProps({ nodeViews: this.#nodeViews() });
  }

  resend(): void {
    this.#changes.resend();
  }

  flush(request: number): void {
    this.#changes.send();
    this.#bridge.flushed(request);
  }

  command(name: string, args: CommandArguments): void {
    const command = commandFor(name, args);
    if (!command || !this.#loaded || (!this.#view.editable && !isLook(name))) return;
    // Who is led to a place has left the figure's field that he was in.
    if (isLook(name) && isFormField(document.activeElement)) (document.activeElement as HTMLInputElement).blur();
    const before = sideHere(this.#view.state);
    command(this.#view.state, this.#view.dispatch.bind(this.#view), this.#view);
    this.#tellWording(name, before);
    if (!isFormField(document.activeElement)) this.#view.focus(); // a figure's field may have been gone to
  }

  // Whose the wording is that is selected now; `instead` of keeping one, where none had the caret.
  #tellWording(name: string, before: string): void {
    const instead = isKeeping(name) && before === '';
    const side = sideHere(this.#view.state);
    if (side === '' || (!instead && name !== 'nextWording')) return;
    this.#toldWording = true;
    this.#bridge.wordingShown(side, instead);
  }

  /// The focus stays where it is: in the field with what is looked for.
  find(request: FindRequest): void {
    if (!this.#loaded) return;
    const { state, editable } = this.#view;
    const tr = ((): Transaction | null => {
      switch (request.what) {
        case 'look': return look(state, request);
        case 'next': return step(state, 1);
        case 'previous': return step(state, -1);
        case 'replace': return editable ? replaceCurrent(state, request.replacement) : null;
        case 'replaceAll': return editable ? replaceAll(state, request.replacement) : null;
        case 'close': return letGo(state);
      }
    })();
    if (tr) this.#view.dispatch(tr);
    if (request.what === 'replaceAll') this.#endStep();
    if (tr && !tookAll(tr)) this.#bridge.limitReached('field');
    if (request.what === 'close') this.#view.focus();
    if (request.what === 'look') this.#lastFound = ''; // the desk waits for an answer, be it the same
    this.#tellState();
    this.#showFound();
  }

  // ProseMirror scrolls to the selection only where it has the focus.
  #showFound(): void {
    const mark = this.#view.dom.querySelector('.found.is-current, .is-current-alt .figure-alt, .is-current-credit .figure-credit');
    if (!mark) return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) mark.scrollIntoView({ block: 'center' });
  }

  insertFigure(media: string, width: number, height: number, alt: string): void {
    if (!this.#loaded || this.#readOnly) return;
    insertBlock(this.#view.state, (tr) => this.#view.dispatch(tr), figure(media, width, height, alt), 'inside');
    this.#view.focus();
  }

  /// Pictures that the desk has paths of (a drop at x, y; a file dialog when x < 0): figures that wait for them.
  offerFigures(offers: string[], x: number, y: number): void {
    if (!this.#loaded || this.#readOnly) return;
    if (x >= 0) this.#caretAt(x, y);
    for (const offer of offers)
      insertBlock(this.#view.state, (tr) => this.#view.dispatch(awaitPicture(tr, (tr.getMeta('insertedAt') as number) + 1, offer)),
        figure('', 0, 0, ''), offers.length === 1 ? 'inside' : 'after');
    this.#view.focus();
  }

  takePicture(offer: string, media: string, width: number, height: number, alt: string): void {
    takePicture(this.#view, offer, media, width, height, alt);
  }
  refusePicture(offer: string): void {
    refusePicture(this.#view, offer);
  }
  refreshPicture(media: string): void {
    refreshPicture(this.#view.dom, media);
  }

  // ---- what the person does ----

  #apply(tr: Transaction): void {
    if (tr.docChanged && (tr.getMeta('paste') || tr.getMeta('uiEvent') === 'drop')) this.#flatten(tr);
    this.#view.updateState(this.#view.state.apply(tr));
    if (tr.docChanged) this.#changes.note(this.#view.state.doc);
    if (tr.docChanged && tr.getMeta('paste')) keepCaretInSight(this.#view);
    this.#stateTimer ??= setTimeout(() => this.#tellState(), 30);
  }

  #flatten(tr: Transaction): void {
    if (flattenDeep(tr)) this.#bridge.limitReached('flattened');
  }

  #tellState(): void {
    if (this.#stateTimer !== null) clearTimeout(this.#stateTimer);
    this.#stateTimer = null;
    const state = toolState(this.#view.state, this.#view.editable);
    const text = JSON.stringify(state);
    if (text !== this.#lastState) this.#bridge.stateChanged(state);
    this.#lastState = text;
    const { words, characters } = count(this.#view.state.doc);
    if (`${words} ${characters}` !== this.#lastCount) this.#bridge.counted(words, characters);
    this.#lastCount = `${words} ${characters}`;
    // What was said of a wording is true as long as it is selected and one can choose.
    if (this.#toldWording && (!this.#view.editable || sideHere(this.#view.state) === '')) {
      this.#toldWording = false;
      this.#bridge.wordingShown('', false);
    }
    const { current, total } = foundIn(this.#view.state);
    if (`${current} ${total}` !== this.#lastFound) this.#bridge.found(current, total);
    this.#lastFound = `${current} ${total}`;
  }

  #takeFocus(): void {
    if (document.activeElement === document.body || document.activeElement === null) this.#view.focus();
  }

  #caretAt(x: number, y: number): void {
    const at = this.#view.posAtCoords({ left: x, top: y });
    const { doc, tr } = this.#view.state;
    const selection = at ? Selection.near(doc.resolve(at.pos)) : Selection.atEnd(doc);
    this.#view.dispatch(tr.setSelection(selection));
  }

  #wantPicture(offer: string | undefined, pos: number): void {
    const fresh = offer ?? crypto.randomUUID();
    if (!offer) this.#view.dispatch(awaitPicture(this.#view.state.tr, pos, fresh));
    this.#bridge.pictureWanted(fresh);
  }

  #followLink(event: MouseEvent): boolean {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = allowedHref(link?.getAttribute('href') ?? '');
    if (!href || !(event.ctrlKey || event.metaKey || !this.#view.editable)) return false;
    this.#bridge.linkClicked(href);
    return true;
  }

  // Under a table or figure that ends the text there is no line to click on: make one.
  #clickBelow(view: EditorView, event: MouseEvent): boolean {
    const last = view.dom.lastElementChild;
    if (!view.editable || event.target !== view.dom || !last || event.clientY <= last.getBoundingClientRect().bottom
      || view.state.doc.lastChild!.isTextblock) return false;
    const end = view.state.doc.content.size;
    const tr = view.state.tr.insert(end, schema.nodes['paragraph']!.create());
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
    view.focus();
    event.preventDefault();
    return true;
  }

  // ---- paste and drop ----

  #cleaned(html: string): string {
    const { html: clean, pictures, fromWeb, linksLeftOut } = cleanPaste(html);
    this.#pastedPictures = pictures;
    if (fromWeb + linksLeftOut > 0) this.#bridge.pasteLeftOut(fromWeb, linksLeftOut);
    return clean;
  }

  #paste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
    const pictures = this.#pastedPictures;
    this.#pastedPictures = [];
    const data = event.clipboardData;
    // Excel and Word put a drawing of the text beside the text: the picture counts only when there is no text. A picture
    // alone the desk has taken already, as it is; asking for `files` makes Chromium encode it, in the window's thread.
    const files = slice.content.textBetween(0, slice.content.size).trim() === '' ? imageFiles(data) : [];
    if (files.length > 0) {
      void this.#offerFiles(files);
      return true;
    }
    const address = soleAddress(data?.getData('text/plain') ?? '');
    if (address && !view.state.selection.empty && commandFor('link', { href: address })!(view.state, view.dispatch.bind(view))) return true;
    if (pictures.length === 0) return false;
    this.#insertWithPictures(view, view.state.tr.replaceSelection(slice), pictures);
    return true;
  }

  #drop(view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean {
    const pictures = this.#pastedPictures;
    this.#pastedPictures = [];
    if (moved) return false;
    const files = imageFiles(event.dataTransfer);
    if (files.length > 0) {
      this.#caretAt(event.clientX, event.clientY);
      void this.#offerFiles(files);
      return true;
    }
    if (pictures.length === 0) return false;
    const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from;
    this.#insertWithPictures(view, view.state.tr.replaceRange(pos, pos, slice), pictures);
    return true;
  }

  #insertWithPictures(view: EditorView, tr: Transaction, pictures: (PictureSource | null)[]): void {
    this.#flatten(tr); // before positions in it are remembered
    const offers = awaitPictures(tr, pictures.map((picture) => picture !== null));
    view.dispatch(tr.scrollIntoView().setMeta('paste', true));
    offers.forEach((offer, i) => {
      const picture = pictures[i];
      if (!offer || !picture) return; // was empty where it came from: stays so, and waits for a choice
      if ('path' in picture) this.#bridge.picturePathOffered(offer, picture.path);
      else this.#bridge.pictureOffered(offer, picture.mimeType, picture.bytes);
    });
  }

  async #offerFiles(files: File[]): Promise<void> {
    for (const file of files) {
      if (file.size > largestPicture) {
        this.#bridge.pictureTooLarge();
        continue;
      }
      const offer = crypto.randomUUID();
      this.offerFigures([offer], -1, -1);
      try {
        this.#bridge.pictureOffered(offer, file.type, base64(new Uint8Array(await file.arrayBuffer())));
      } catch {
        this.refusePicture(offer); // the file is gone
      }
    }
  }

  /// The fields of the desk that lie over the text take so much room.
  setHead(height: number): void {
    const grown = height - this.#head;
    const isBelow = window.scrollY > this.#head; // then what is read stays where it is
    this.#head = height;
    document.documentElement.style.setProperty('--head', `${height}px`);
    if (isBelow) window.scrollBy(0, grown);
  }

  setTheme(properties: Record<string, string>, isDark: boolean): void {
    document.documentElement.classList.toggle('is-dark', isDark);
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
  }
}

// Commands that only show a place.
const isLook = (name: string) => name === 'showFigure' || name === 'showLink' || name === 'nextWording';
const isKeeping = (name: string) => name === 'keepWording' || name === 'keepWordings';
const isFormField = (element: Element | null) => element instanceof HTMLInputElement;

// A text that is an address and nothing else: in running text a blank ends it.
const soleAddress = (text: string) => (/\s/.test(text.trim()) ? '' : linkAddress(text));

const imageFiles = (data: DataTransfer | null) => [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(pieces.join(''));
}
