import type { FileReference } from '../model/formDefinition.ts';
import type { FileHost } from './fileHost.ts';

/** One uploaded file: its picture, its name to open it, and a button to take it out. */
export function drawFile(options: {
  file: FileReference;
  host: FileHost;
  removeLabel: string;
  /** Left out: the file cannot be taken out. */
  onRemove?: (() => void) | undefined;
}): HTMLElement {
  const { file, host } = options;
  const item = document.createElement('li');
  const address = host.fileAddress?.(file);
  const opener = document.createElement(
    host.openFile !== undefined ? 'button' : address !== undefined ? 'a' : 'span',
  );
  opener.className = 'ow-file-open';
  if (opener instanceof HTMLAnchorElement && address !== undefined) {
    opener.href = address;
    opener.download = file.name;
  }
  if (opener instanceof HTMLButtonElement) {
    opener.type = 'button';
    opener.addEventListener('click', () => host.openFile?.(file));
  }
  if (address !== undefined && file.mediaType.startsWith('image/')) {
    const picture = document.createElement('img');
    picture.src = address;
    // The name stands beside it.
    picture.alt = '';
    picture.className = 'ow-thumb';
    opener.append(picture);
  }
  const name = document.createElement('span');
  name.textContent = `${file.name}（${formatSize(file.size)}）`;
  opener.append(name);
  item.append(opener);
  if (options.onRemove !== undefined) {
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'btn btn-secondary btn-sm ow-remove';
    remove.setAttribute('aria-label', options.removeLabel);
    remove.textContent = '×';
    remove.addEventListener('click', options.onRemove);
    item.append(remove);
  }
  return item;
}

/** A button that opens the browser's file dialog (on a phone: the camera too). */
export function drawChooser(options: {
  words: string;
  label: string;
  accept: string;
  multiple: boolean;
  onChoose: (files: readonly File[]) => void;
}): HTMLElement {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.tabIndex = -1;
  input.accept = options.accept;
  input.multiple = options.multiple;
  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    options.onChoose(chosen);
  });
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-secondary ow-choose';
  button.textContent = options.words;
  button.setAttribute('aria-label', `${options.words} ${options.label}`);
  button.addEventListener('click', () => input.click());
  const holder = document.createElement('div');
  holder.append(button, input);
  return holder;
}

/** How far an upload is; set `value` (0 to 1). */
export function drawProgress(words: string): { element: HTMLElement; tell: (share: number) => void } {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', words);
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  text.textContent = words;
  const element = document.createElement('div');
  element.className = 'ow-uploading';
  element.append(bar, text);
  return {
    element,
    tell: (share) => {
      bar.value = share;
    },
  };
}

function formatSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
