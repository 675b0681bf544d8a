import { type Ref, useImperativeHandle } from 'react';
import type { Designing } from './DesignerContext.ts';

/** What the page around the designer may do to the files, each as one step of undo. */
export interface DesignerHandle {
  /** Writes a file; undefined removes it. Nothing while the process cannot be opened. */
  setText(path: string, text: string | undefined): void;
  /** Puts all files in, the process among them, and takes away what is not among these. */
  setFiles(files: ReadonlyMap<string, string>): void;
}

/** Gives the page its handle. */
export function useDesignerHandle(ref: Ref<DesignerHandle> | undefined, designing: Designing | null): void {
  useImperativeHandle(
    ref,
    () => ({
      setText: (path, text) => designing?.editor.setText(path, text),
      setFiles: (files) => designing?.editor.replaceAll(files),
    }),
    [designing],
  );
}
