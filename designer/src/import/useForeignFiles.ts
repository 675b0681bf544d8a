import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../model/packFiles.ts';
import { type ForeignFile, lookAtFile } from './lookAtFile.ts';

interface Input {
  readonly packCode: string;
  readonly files: ReadonlyMap<string, string>;
  readonly check: (files: ReadonlyMap<string, string>) => Promise<readonly Finding[]>;
}

export interface ForeignFiles {
  readonly found: readonly ForeignFile[];
  readonly looking: boolean;
  /** The files to be written: path → text. Empty: nothing can be taken in. */
  readonly changes: ReadonlyMap<string, string>;
  /** Errors that the pack would have; null while they are not known. */
  readonly errors: readonly Finding[] | null;
  readonly checkFailed: boolean;
  readonly choose: (chosen: readonly File[]) => Promise<void>;
  /** Puts a file under another path. */
  readonly move: (at: number, path: string) => void;
}

/** Looks at chosen files and has the pack checked as it would be with them. */
export function useForeignFiles({ packCode, files, check }: Input): ForeignFiles {
  const [found, setFound] = useState<readonly ForeignFile[]>([]);
  const [looking, setLooking] = useState(false);
  const [checked, setChecked] = useState<readonly Finding[] | 'failed' | null>(null);
  const changes = useMemo(() => {
    const taken = new Map<string, string>();
    for (const { path, text } of found) if (text !== null && !taken.has(path)) taken.set(path, text);
    return taken;
  }, [found]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pack does not change while the dialog is open
  useEffect(() => {
    setChecked(null);
    if (changes.size === 0) return;
    let overtaken = false;
    check(new Map([...files, ...changes])).then(
      (all) => !overtaken && setChecked(all.filter(({ severity }) => severity === 'error')),
      () => !overtaken && setChecked('failed'),
    );
    return () => {
      overtaken = true;
    };
  }, [changes]);
  return {
    found,
    looking,
    changes,
    errors: checked === 'failed' ? null : checked,
    checkFailed: checked === 'failed',
    choose: async (chosen) => {
      setLooking(true);
      const seen: ForeignFile[] = [];
      for (const file of chosen) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        seen.push(await lookAtFile({ name: file.name, bytes, packCode }));
      }
      setFound(seen);
      setLooking(false);
    },
    move: (at, path) =>
      setFound((old) => old.map((file, index) => (index === at ? { ...file, path } : file))),
  };
}
