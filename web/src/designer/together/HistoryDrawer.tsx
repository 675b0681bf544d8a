import { DiffTable } from '@onewindow/designer/compare';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffRevision, listRevisions, type Revision, readRevision } from '../../api/drafts.ts';
import type { PackFile } from '../../api/packTypes.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';

export interface HistoryDrawerProps {
  packCode: string;
  /** What is edited now. */
  files: readonly PackFile[];
  /** Left out for who may only look. */
  onRestore: ((files: ReadonlyMap<string, string>) => void) | undefined;
  onClose: () => void;
}

/** The saves of unpublished work of the last month: compared with what is edited now, brought back as one step of undo. */
export function HistoryDrawer({ packCode, files, onRestore, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const revisions = useQuery({
    queryKey: ['pack', packCode, 'revisions'],
    queryFn: () => listRevisions(packCode),
    staleTime: 0,
  });
  const [open, setOpen] = useState<string | null>(null);
  const restore = useAction({
    run: (revision: Revision) => readRevision(packCode, revision.id),
    success: t('together.restored'),
    done: (found) => onRestore?.(new Map(found.files.map(({ path, text }) => [path, text]))),
  });
  return (
    <Drawer open size={760} title={t('together.history')} onClose={onClose}>
      <p className="ow-muted">{t('together.historyHint')}</p>
      <ProblemAlert error={revisions.error} onRetry={() => void revisions.refetch()} />
      {revisions.isPending ? <LoadingState /> : null}
      {revisions.data?.items.length === 0 ? <EmptyState text={t('together.noHistory')} /> : null}
      <ul className="ow-list">
        {(revisions.data?.items ?? []).map((revision) => {
          const at = formatInstant(revision.savedAt, language);
          return (
            <li key={revision.id}>
              <div className="ow-row">
                <div className="ow-grow">
                  {at} · {revision.mine ? t('together.me') : revision.by}
                  <div className="ow-small ow-muted">
                    {t('together.revision', { number: revision.revision, version: revision.baseVersion })}{' '}
                    {revision.errorCount > 0 ? (
                      <Tag color="red">{t('together.errors', { count: revision.errorCount })}</Tag>
                    ) : null}
                  </div>
                </div>
                <Button
                  size="small"
                  aria-expanded={open === revision.id}
                  onClick={() => setOpen(open === revision.id ? null : revision.id)}
                >
                  {t('together.compare')}
                  <span className="ow-hidden">{at}</span>
                </Button>
                {onRestore === undefined ? null : (
                  <Button size="small" disabled={restore.isPending} onClick={() => restore.mutate(revision)}>
                    {t('together.restore')}
                    <span className="ow-hidden">{at}</span>
                  </Button>
                )}
              </div>
              {open === revision.id ? (
                <Difference packCode={packCode} id={revision.id} files={files} />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Drawer>
  );
}

function Difference({ packCode, id, files }: { packCode: string; id: string; files: readonly PackFile[] }) {
  const { language } = useLanguage();
  const diff = useQuery({
    queryKey: ['pack', packCode, 'revision', id, 'diff', files],
    queryFn: () => diffRevision(packCode, id, files),
    staleTime: 0,
    gcTime: 0,
  });
  if (diff.data === undefined)
    return diff.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={diff.error} onRetry={() => void diff.refetch()} />
    );
  return (
    <div className="owc">
      <DiffTable diff={diff.data} locale={language} />
    </div>
  );
}
