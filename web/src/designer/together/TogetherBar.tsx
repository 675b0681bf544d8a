import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OthersDraft, readOthersDraft, type Together } from '../../api/drafts.ts';
import { readPackVersion } from '../../api/packs.ts';
import type { PackFile } from '../../api/packTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { formatInstant } from '../../components/formats.ts';
import { useAction } from '../../components/useAction.ts';
import { DraftViewer } from './DraftViewer.tsx';
import type { ToMerge } from './MergeDialog.tsx';

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }));

export interface TogetherBarProps {
  packCode: string;
  together: Together;
  /** What is edited here. */
  current: () => readonly PackFile[];
  /** Left out for who may only look. */
  onMerged: ((files: ReadonlyMap<string, string>) => void) | undefined;
}

/** Who else has the pack open, and the unpublished work of others: looked at, or taken over into one's own. */
export function TogetherBar({ packCode, together, current, onMerged }: TogetherBarProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [merging, setMerging] = useState<ToMerge | null>(null);
  const [viewing, setViewing] = useState<{ by: string; files: readonly PackFile[] } | null>(null);
  const read = useAction({
    run: ({ draft }: { draft: OthersDraft; take: boolean }) =>
      Promise.all([
        readOthersDraft(packCode, draft.id),
        draft.baseVersion === 0 ? { files: [] } : readPackVersion(packCode, draft.baseVersion),
      ]),
    done: ([theirs, base], { draft, take }) => {
      if (take) setMerging({ by: draft.by, base: base.files, mine: current(), theirs: theirs.files });
      else setViewing({ by: draft.by, files: theirs.files });
    },
  });
  const { others, drafts } = together;
  if (others.length === 0 && drafts.length === 0) return null;
  const names = others.map(({ name, editing, since }) =>
    t(editing ? 'together.editing' : 'together.looking', { name, since: formatInstant(since, language) }),
  );
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 12 }}
        title={
          <>
            <span role="status">
              {others.length === 0
                ? t('together.nobody')
                : t('together.others', { count: others.length, names: names.join(t('common.comma')) })}
            </span>
            {drafts.map((draft) => (
              <div key={draft.id} className="ow-row owt-draft">
                <span className="ow-grow">
                  {t('together.draft', {
                    by: draft.by,
                    at: formatInstant(draft.savedAt, language),
                    version: draft.baseVersion,
                  })}
                </span>
                <Button
                  size="small"
                  disabled={read.isPending}
                  onClick={() => read.mutate({ draft, take: false })}
                >
                  {t('together.look')}
                  <span className="ow-hidden">{draft.by}</span>
                </Button>
                {onMerged === undefined ? null : (
                  <Button
                    size="small"
                    disabled={read.isPending}
                    onClick={() => read.mutate({ draft, take: true })}
                  >
                    {t('together.take')}
                    <span className="ow-hidden">{draft.by}</span>
                  </Button>
                )}
              </div>
            ))}
          </>
        }
      />
      {merging === null || onMerged === undefined ? null : (
        <Suspense fallback={null}>
          <MergeDialog
            merging={merging}
            onCancel={() => setMerging(null)}
            onMerged={(files) => {
              setMerging(null);
              onMerged(files);
            }}
          />
        </Suspense>
      )}
      {viewing === null ? null : (
        <DraftViewer
          title={t('together.viewTitle', { by: viewing.by })}
          files={viewing.files}
          onClose={() => setViewing(null)}
        />
      )}
    </>
  );
}
