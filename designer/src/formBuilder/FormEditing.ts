import { createContext, useContext } from 'react';
import type { FormNode, Json } from './formOutline.ts';
import type { JsonPath } from './formText.ts';

/** What the parts of the form editor share. */
export interface FormEditing {
  readonly path: string;
  readonly text: string;
  readonly form: Json;
  readonly nodes: readonly FormNode[];
  readonly selected: FormNode | null;
  /** Applications take no files: their materials are apart. */
  readonly isIntake: boolean;
  readonly select: (path: JsonPath | null) => void;
  /** Writes the text of the form as one step of undo; what happened is said to screen readers. */
  readonly write: (text: string, said?: string) => void;
  /** Sets one value of the selected component; undefined removes it. */
  readonly setPart: (part: JsonPath, value: unknown) => void;
}

export const FormEditingContext = createContext<FormEditing | null>(null);

/** The surrounding form editor. Throws Error outside of it. */
export function useFormEditing(): FormEditing {
  const editing = useContext(FormEditingContext);
  if (editing === null) throw new Error('outside of a form editor');
  return editing;
}
