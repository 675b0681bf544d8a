import { useEffect, useMemo, useRef, useState } from 'react';
import type { PackStore } from '../model/PackStore.ts';
import type { Finding } from '../model/packFiles.ts';
import { keepFindings } from './keepFindings.ts';
import { type Check, type Checked, PackChecks } from './PackChecks.ts';

interface Found {
  readonly findings: readonly Finding[];
  readonly state: 'checking' | 'done' | 'failed';
}

export interface Findings extends Found {
  /** Shows findings that came from elsewhere (a refused publish) until the next edit. */
  readonly show: (findings: readonly Finding[]) => void;
  /** Checks the process as the editor says it after an edit. */
  readonly look: (process: string) => void;
}

interface Input {
  readonly store: PackStore;
  readonly files: ReadonlyMap<string, string>;
  /** Nothing is checked before: drawing the process comes first. */
  readonly ready: boolean;
  /** Has what was edited in the diagram a moment ago looked at (`look`). */
  readonly draw: () => Promise<void>;
  readonly check: Check;
}

/** What is shown after a check; the same object where that says nothing new, so that nothing is drawn. */
function after(old: Found, checked: Checked): Found {
  const findings = checked.state === 'done' ? keepFindings(old.findings, checked.findings) : old.findings;
  return findings === old.findings && checked.state === old.state ? old : { findings, state: checked.state };
}

/** Has the pack checked when it has opened and after each edit. */
export function useFindings({ store, files, ready, draw, check }: Input): Findings {
  const [found, setFound] = useState<Found>({ findings: [], state: 'checking' });
  const ask = useRef({ store, check, draw });
  ask.current = { store, check, draw };
  const checks = useMemo(
    () =>
      new PackChecks(
        store,
        (of) => ask.current.check(of),
        (checked) => {
          // Of a pack that was left nothing is shown any more.
          if (ask.current.store === store) setFound((old) => after(old, checked));
        },
      ),
    [store],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are read from the store when it is time.
  useEffect(() => {
    if (!ready || checks.known) return;
    setFound((old) => (old.state === 'checking' ? old : { ...old, state: 'checking' }));
    let overtaken = false;
    const begin = async () => {
      // One edit may touch both the diagram and another file: they are checked together.
      await ask.current.draw().catch(() => undefined);
      if (!overtaken) checks.begin();
    };
    // What was edited is drawn first.
    const timer = setTimeout(() => void begin());
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [files, ready, checks]);
  useEffect(() => {
    // Another pack: what was found in the last one is not shown beside it.
    if (!store.touched) setFound({ findings: [], state: 'checking' });
  }, [store]);
  return {
    ...found,
    show: (findings) => setFound({ findings, state: 'done' }),
    look: (process) => checks.look(process),
  };
}
