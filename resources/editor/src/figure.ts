// How a figure is shown while it is written: the published <figure> with its caption, and under it a small form for what
// a reader who cannot see the picture, and the one who took it, are owed.
import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view';
import definition from '../schema.json';
import { offerIn } from './offers.ts';
import { figureClass } from './schema.ts';
import { strings } from './strings.ts';

const maxLength = {
  alt: definition.nodes.figimage.attrs.alt.maxLength,
  credit: definition.nodes.figure.attrs.credit.maxLength,
};

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...children: (HTMLElement | string)[]) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

let nextId = 0;

class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: Node;
  #view: EditorView;
  #pos: () => number | undefined;
  #alt: HTMLInputElement;
  #credit: HTMLInputElement;
  #wide: HTMLInputElement;
  #warning: HTMLElement;
  #composing: HTMLInputElement | null = null;

  constructor(node: Node, view: EditorView, pos: () => number | undefined) {
    this.#node = node;
    this.#view = view;
    this.#pos = pos;
    this.contentDOM = element('figure', 'figure');
    this.#alt = this.#field('alt', strings.altHint);
    this.#credit = this.#field('credit', strings.creditHint);
    this.#wide = element('input', '');
    this.#wide.type = 'checkbox';
    this.#warning = element('p', 'figure-warning', strings.altMissing);
    this.#warning.setAttribute('role', 'status');
    const form = element('div', 'figure-form',
      this.#labelled(this.#alt, strings.alt), this.#labelled(this.#credit, strings.credit),
      element('label', 'figure-wide-choice', this.#wide, strings.wide), this.#warning);
    form.contentEditable = 'false';
    form.setAttribute('role', 'group');
    form.setAttribute('aria-label', strings.pictureDetails);
    this.dom = element('div', 'figure-frame', this.contentDOM, form);
    this.#alt.addEventListener('input', () => this.#write('alt', this.#alt.value));
    this.#credit.addEventListener('input', () => this.#write('credit', this.#credit.value));
    this.#wide.addEventListener('change', () => this.#write('placement', this.#wide.checked ? 'wide' : 'column'));
    form.addEventListener('keydown', (event) => this.#key(event));
    this.#show();
  }

  #field(name: 'alt' | 'credit', hint: string): HTMLInputElement {
    const input = element('input', `figure-${name}`);
    input.type = 'text';
    input.id = `figure-${name}-${nextId++}`;
    input.maxLength = maxLength[name];
    input.placeholder = hint;
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.addEventListener('compositionstart', () => { this.#composing = input; });
    input.addEventListener('compositionend', () => { this.#composing = null; });
    return input;
  }

  #labelled(input: HTMLInputElement, text: string): HTMLElement {
    const label = element('label', '', text);
    label.htmlFor = input.id;
    return element('div', 'figure-field', label, input);
  }

  #write(name: 'alt' | 'credit' | 'placement', value: string): void {
    const pos = this.#pos();
    if (pos === undefined || !this.#view.editable) return;
    this.#view.dispatch(this.#view.state.tr.setNodeAttribute(name === 'alt' ? pos + 1 : pos, name, value));
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    const pos = this.#pos();
    if (pos === undefined) return;
    // Enter goes on after the figure, Escape back to the caption.
    const { tr } = this.#view.state;
    const end = pos + this.#node.nodeSize;
    if (event.key === 'Enter') {
      if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, this.#view.state.schema.nodes['paragraph']!.create());
      tr.setSelection(TextSelection.create(tr.doc, end + 1));
    } else {
      tr.setSelection(TextSelection.create(tr.doc, end - 2));
    }
    this.#view.focus();
    this.#view.dispatch(tr.scrollIntoView());
  }

  #show(): void {
    const image = this.#node.firstChild!;
    const { credit, placement } = this.#node.attrs as { credit: string; placement: string };
    const alt = image.attrs['alt'] as string;
    this.contentDOM.className = figureClass(this.#node.attrs);
    this.dom.classList.toggle('is-wide', placement === 'wide');
    this.contentDOM.style.setProperty('--credit', credit ? JSON.stringify(credit) : '""');
    this.contentDOM.classList.toggle('has-credit', credit !== '');
    this.#put(this.#alt, alt);
    this.#put(this.#credit, credit);
    this.#wide.checked = placement === 'wide';
    const missing = alt.trim() === '';
    this.dom.classList.toggle('lacks-alt', missing);
    this.#warning.hidden = !missing;
    for (const input of [this.#alt, this.#credit, this.#wide]) input.disabled = !this.#view.editable;
  }

  // What others wrote comes under the caret: the next key would take it away again. Only an input method that is in the
  // middle of a syllable is left alone.
  #put(input: HTMLInputElement, value: string): void {
    if (input.value === value || this.#composing === input) return;
    const [start, end] = [input.selectionStart ?? value.length, input.selectionEnd ?? value.length];
    input.value = value;
    if (document.activeElement === input) input.setSelectionRange(Math.min(start, value.length), Math.min(end, value.length));
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  selectNode(): void { this.dom.classList.add('is-selected'); }
  deselectNode(): void { this.dom.classList.remove('is-selected'); }
  stopEvent(event: Event): boolean { return event.target instanceof Element && event.target.closest('.figure-form') !== null; }
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return !this.contentDOM.contains(mutation.target);
    return !this.contentDOM.contains(mutation.target) || (mutation.type === 'attributes' && mutation.target === this.contentDOM);
  }
}

// The picture itself, or why there is none.
class FigureImageView implements NodeView {
  readonly dom: HTMLElement;
  #node: Node;
  #image: HTMLImageElement;
  #note: HTMLElement;
  #choose: HTMLButtonElement;

  constructor(node: Node, view: EditorView, pos: () => number | undefined, decorations: readonly Decoration[],
    wanted: (offer: string | undefined, pos: number) => void) {
    this.#node = node;
    this.#image = element('img', '');
    this.#image.draggable = false;
    this.#note = element('span', 'figimage-note');
    this.#choose = element('button', 'figimage-choose', strings.choosePicture);
    this.#choose.type = 'button';
    this.#choose.addEventListener('click', () => {
      const at = pos();
      if (at !== undefined && view.editable) wanted(offerIn(view.state, at), at);
    });
    this.#image.addEventListener('error', () => this.#tell(strings.pictureNotHere));
    this.#image.addEventListener('load', () => this.#tell(''));
    this.dom = element('div', 'figimage', this.#image, this.#note, this.#choose);
    this.dom.contentEditable = 'false';
    this.#show(decorations);
  }

  #tell(text: string): void {
    this.#note.textContent = text;
    this.dom.classList.toggle('has-note', text !== '');
  }

  #show(decorations: readonly Decoration[]): void {
    const { media, alt, width, height } = this.#node.attrs as { media: string; alt: string; width: number; height: number };
    const coming = decorations.some((each) => (each.spec as { coming?: boolean }).coming);
    this.dom.classList.toggle('is-empty', media === '');
    this.dom.classList.toggle('is-coming', media === '' && coming);
    this.#choose.hidden = media !== '' || coming;
    this.#image.hidden = media === '';
    this.#image.alt = alt;
    if (width && height) {
      this.#image.width = width; // the space is kept while the bytes come
      this.#image.height = height;
    }
    if (media === '') {
      this.#image.removeAttribute('src');
      delete this.dom.dataset['media'];
      this.#tell(coming ? strings.takingPicture : strings.noPicture);
    } else if (this.dom.dataset['media'] !== media) {
      this.dom.dataset['media'] = media;
      this.#image.src = `media:${media}`;
      this.#tell('');
    }
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show(decorations);
    return true;
  }

  stopEvent(event: Event): boolean { return event.target === this.#choose; }
  ignoreMutation(): boolean { return true; }
}

class CaptionView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: Node;

  constructor(node: Node) {
    this.#node = node;
    this.dom = this.contentDOM = document.createElement('figcaption');
    this.#show();
  }
  #show(): void { this.dom.classList.toggle('is-empty', this.#node.content.size === 0); }
  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom;
  }
}

/// A picture that was not on this PC has come: ask for it again.
export function refreshPicture(root: ParentNode, media: string): void {
  for (const frame of root.querySelectorAll<HTMLElement>('.figimage'))
    if (frame.dataset['media'] === media) {
      const image = frame.querySelector('img')!;
      image.removeAttribute('src');
      image.src = `media:${media}`;
    }
}

/// Whether the fields of the figures can be written in. Who writes in one stays in it.
export function setFieldsWritable(root: ParentNode, writable: boolean): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('.figure-form input')) input.disabled = !writable;
}

export const figureViews = (wanted: (offer: string | undefined, pos: number) => void) => ({
  figure: (node: Node, view: EditorView, pos: () => number | undefined) => new FigureView(node, view, pos),
  figimage: (node: Node, view: EditorView, pos: () => number | undefined, decorations: readonly Decoration[]) => (
    new FigureImageView(node, view, pos, decorations, wanted)),
  figcaption: (node: Node) => new CaptionView(node),
});

/// A click on the picture selects its figure.
export function selectFigureAt(view: EditorView, pos: number): boolean {
  const node = view.state.doc.nodeAt(pos);
  if (node?.type.name !== 'figure') return false;
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
  return true;
}

/// Tab in a caption goes to the form under it; true when it did.
export function focusFigureForm(view: EditorView, pos: number): boolean {
  const dom = view.nodeDOM(pos);
  const input = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('.figure-alt') : null;
  input?.focus();
  return input !== null;
}
