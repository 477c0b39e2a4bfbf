// The page's own texts, in the desk's language. They come from EditorStrings.cpp through the bridge.
export interface Strings {
  placeholder: string;
  captionPlaceholder: string;
  alt: string;
  altHint: string;
  altMissing: string;
  credit: string;
  creditHint: string;
  wide: string;
  noPicture: string;
  choosePicture: string;
  takingPicture: string;
  pictureNotHere: string;
  pictureDetails: string;
  editorLabel: string;
}

export let strings: Strings = {
  placeholder: '', captionPlaceholder: '', alt: '', altHint: '', altMissing: '', credit: '', creditHint: '', wide: '',
  noPicture: '', choosePicture: '', takingPicture: '', pictureNotHere: '', pictureDetails: '', editorLabel: '',
};

export function setStrings(next: Strings): void {
  strings = next;
  // Placeholders are drawn by CSS, so an empty paragraph stays empty for the input method.
  const root = document.documentElement.style;
  root.setProperty('--text-placeholder', JSON.stringify(next.placeholder));
  root.setProperty('--caption-placeholder', JSON.stringify(next.captionPlaceholder));
}
