import { useCallback, useRef, useState } from 'react';
import { dropDraft, lintPack, saveDraft } from '../api/packs.ts';
import type { LintFinding, PackFile, PackView } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';

/**
 * Checks the files; where they are work of one's own, saving them as the draft at the server is the check. A draft that
 * another window has changed meanwhile is left alone from then on.
 */
export function useServerDraft(pack: PackView, options: { base: number; may: boolean }) {
  const { base, may } = options;
  const { packCode } = pack;
  const revision = useRef(pack.draft?.version);
  const [elsewhere, setElsewhere] = useState(false);
  const lost = useRef(false);
  const check = useCallback(
    async (files: readonly PackFile[], isWork: boolean): Promise<LintFinding[]> => {
      if (may && isWork && !lost.current) {
        try {
          const saved = await saveDraft(packCode, { baseVersion: base, files }, revision.current);
          revision.current = saved.version;
          return saved.findings;
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== 'versionConflict') throw error;
          lost.current = true;
          setElsewhere(true);
        }
      }
      return (await lintPack(packCode, files)).findings;
    },
    [packCode, base, may],
  );
  const drop = useCallback(async () => {
    if (revision.current === undefined) return;
    revision.current = undefined;
    await dropDraft(packCode);
  }, [packCode]);
  return { check, drop, elsewhere };
}
