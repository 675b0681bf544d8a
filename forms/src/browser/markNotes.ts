import type { Webform } from './loadFormio.ts';

/** A remark at a field, such as where its value came from. */
export interface FieldNote {
  readonly path: string;
  readonly text: string;
}

const inputs = 'input:not([type=hidden], [type=file]), select, textarea';

/** Writes each note under its field and ties it to the inputs (`aria-describedby`); takes away those that are gone. */
export function markNotes(webform: Webform, notes: readonly FieldNote[], prefix: string): void {
  const texts = new Map(notes.map(({ path, text }) => [path, text]));
  webform.everyComponent(({ path, element }) => {
    if (!element) return;
    const text = texts.get(path);
    const shown = element.querySelector<HTMLElement>(':scope > .ow-note');
    if (text === undefined) {
      shown?.remove();
      return;
    }
    const note = shown ?? element.appendChild(document.createElement('div'));
    if (note.textContent === text) return;
    note.className = 'ow-note';
    note.id = `${prefix}-note-${path}`;
    note.textContent = text;
    for (const input of element.querySelectorAll(inputs)) {
      const described = new Set((input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
      input.setAttribute('aria-describedby', [...described.add(note.id)].join(' '));
    }
  });
}
