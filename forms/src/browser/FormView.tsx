import type { Ref } from 'react';
import type {
  FieldProblem,
  FileReference,
  FormData,
  FormDefinition,
  Locale,
} from '../model/formDefinition.ts';

/** What a page may ask of a shown form. */
export interface FormViewHandle {
  /** What the user has filled in now (not debounced). */
  data(): FormData;
  /** Checks as at submit, shows what is wrong at the fields and in the summary; empty: nothing wrong. */
  validate(): FieldProblem[];
  /** Puts the keyboard focus into the field of that path. */
  focus(path: string): void;
}

export interface FormViewProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly mode?: 'edit' | 'read';
  readonly locale?: Locale;
  /** Problems from the server, shown at their fields until the field changes. */
  readonly errors?: readonly Pick<FieldProblem, 'path' | 'message'>[];
  /** Called 300 ms after the last change. */
  readonly onChange?: (data: FormData) => void;
  /** Called on Ctrl+Enter with checked data. */
  readonly onSubmit?: (data: FormData) => void;
  /** Uploads a file for the field of that path; left out: file fields cannot take files. */
  readonly upload?: (file: File, path: string) => Promise<FileReference>;
  /** Address under which an uploaded file can be fetched. */
  readonly fileAddress?: (file: FileReference) => string;
  readonly ref?: Ref<FormViewHandle>;
}

/** A form of a pack, to fill in or to read. */
export function FormView(_props: FormViewProps) {
  return null;
}
