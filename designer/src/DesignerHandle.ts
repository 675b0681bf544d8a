import { type Ref, useImperativeHandle } from 'react';
import type { Designing } from './DesignerContext.ts';
import type { PackFile } from './model/packFiles.ts';

/** What the page around the designer may do to the files, each as one step of undo. */
export interface DesignerHandle {
  /** Writes a file; undefined removes it. Nothing while the process cannot be opened. */
  setText(path: string, text: string | undefined): void;
  /** All files as they are now, with what was drawn a moment ago; undefined while the process cannot be opened. */
  files(): Promise<readonly PackFile[] | undefined>;
  /** Puts all files in, the process among them, and takes away what is not among these. */
  setFiles(files: ReadonlyMap<string, string>): void;
}

/** Gives the page its handle. */
export function useDesignerHandle(
  ref: Ref<DesignerHandle> | undefined,
  designing: Designing | null,
  flush: () => Promise<void>,
): void {
  useImperativeHandle(
    ref,
    () => ({
      setText: (path, text) => designing?.editor.setText(path, text),
      files: async () => {
        await flush();
        return designing === null
          ? undefined
          : [...designing.editor.files].map(([path, text]) => ({ path, text }));
      },
      setFiles: (files) => designing?.editor.replaceAll(files),
    }),
    [designing, flush],
  );
}
