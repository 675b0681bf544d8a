import type { PublishOutcome } from '@onewindow/designer';
import type { PackDiff } from '@onewindow/designer/compare';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionKeys } from '../api/actionKey.ts';
import { publishPack } from '../api/packs.ts';
import type { LintFinding, PackFile } from '../api/packTypes.ts';
import { Problem } from '../api/problem.ts';
import { requestPublication } from '../api/publishRequests.ts';
import { useProblemText } from '../components/useProblemText.ts';

/** Publishes the files as the next version after `base`; a refusal comes back with its findings or its conflict. */
export function usePublishing(options: {
  packCode: string;
  base: number;
  /** It is handed to a second person; the draft stays until they have approved. */
  approval: boolean;
  onDone: () => void;
}) {
  const { packCode, base, approval, onDone } = options;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useProblemText();
  const client = useQueryClient();
  const keys = useRef(new ActionKeys());
  return useCallback(
    async (edited: readonly PackFile[], note: string): Promise<PublishOutcome> => {
      const body = { files: edited, baseVersion: base, note };
      try {
        if (approval) {
          await requestPublication(packCode, body, keys.current.keyFor(body));
          keys.current.settle();
          void message.success(t('requests.handedIn'));
          await client.invalidateQueries({ queryKey: ['publish-requests', packCode] });
          return { ok: true, version: base };
        }
        const published = await publishPack(packCode, body, keys.current.keyFor(body));
        keys.current.settle();
        onDone();
        void message.success(t('designer.publishDone', { version: published.version }));
        await client.invalidateQueries({ queryKey: ['packs'] });
        await client.refetchQueries({ queryKey: ['pack', packCode] });
        return { ok: true, version: published.version };
      } catch (error) {
        keys.current.settle(error);
        return { ok: false, message: words(error), ...(error instanceof Problem ? reasonsOf(error) : {}) };
      }
    },
    [packCode, base, approval, onDone, client, message, t, words],
  );
}

function reasonsOf({
  code,
  document,
}: Problem): Omit<Extract<PublishOutcome, { ok: false }>, 'ok' | 'message'> {
  const { findings, current, currentVersion, diff } = document as {
    findings?: LintFinding[];
    current?: { publishedBy: string; note: string } | null;
    currentVersion?: number;
    diff?: PackDiff | null;
  };
  if (code !== 'packChanged' || currentVersion === undefined)
    return findings === undefined ? {} : { findings };
  const { publishedBy = '', note = '' } = current ?? {};
  return { conflict: { version: currentVersion, publishedBy, note, diff: diff ?? null } };
}
