import { useCallback, useEffect, useRef, useState } from 'react';
import { ActionKeys } from '../../api/actionKey.ts';
import type { PackFile } from '../../api/packTypes.ts';
import { Problem } from '../../api/problem.ts';
import {
  actInRehearsal,
  beginRehearsal,
  endRehearsal,
  type RehearsalAct,
  type RehearsalStart,
  readRehearsal,
  type Scene,
  takeBack,
} from '../../api/rehearsals.ts';
import { forgetRehearsal, rememberedRehearsal, rememberRehearsal } from './rememberedRehearsal.ts';

export interface Rehearsal {
  readonly scene: Scene | null;
  /** Something is being done. */
  readonly busy: boolean;
  readonly error: unknown;
  /** Acts that the files as they are now refuse, when they were played again. */
  readonly left: number;
  begin(again: boolean): Promise<void>;
  /** Does an act; false when it was refused: `error` says why. */
  act(act: RehearsalAct, start?: { start: RehearsalStart; startAt: string }): Promise<boolean>;
  back(from: number): Promise<void>;
  end(): Promise<void>;
}

/** A rehearsal of the files: the last one of this browser goes on, else one begins. */
export function useRehearsal(packCode: string, files: readonly PackFile[]): Rehearsal {
  const [scene, setScene] = useState<Scene | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const [left, setLeft] = useState(0);
  const keys = useRef(new ActionKeys());
  const started = useRef(false);

  const attempt = useCallback(async (work: () => Promise<Scene | null>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      setScene(await work());
      keys.current.settle();
      return true;
    } catch (problem) {
      keys.current.settle(problem);
      setError(problem);
      if (problem instanceof Problem && problem.code === 'rehearsalOver') setScene(null);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);

  const begin = useCallback(
    async (again: boolean) => {
      setLeft(0);
      await attempt(async () => {
        const begun = await beginRehearsal(packCode, { files, again }, keys.current.keyFor({ files, again }));
        rememberRehearsal(packCode, begun.id);
        setLeft(begun.left ?? 0);
        return begun;
      });
    },
    [attempt, packCode, files],
  );

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const known = rememberedRehearsal(packCode);
    void (async () => {
      if (known !== undefined && (await attempt(() => readRehearsal(known)))) return;
      await begin(false);
    })();
  }, [attempt, begin, packCode]);

  return {
    scene,
    busy,
    error,
    left,
    begin,
    act: (act, start) =>
      attempt(async () => {
        if (scene === null) return null;
        const body = { act, ...start };
        const { id, version } = scene;
        return actInRehearsal(id, body, {
          version,
          idempotencyKey: keys.current.keyFor([id, version, body]),
        });
      }),
    back: async (from) => {
      await attempt(async () => (scene === null ? null : takeBack(scene.id, from, scene.version)));
    },
    end: async () => {
      if (scene !== null) await endRehearsal(scene.id).catch(() => undefined);
      forgetRehearsal(packCode);
      setScene(null);
    },
  };
}
