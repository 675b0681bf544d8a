import type { Change, Compared, PackDiff } from '@onewindow/designer/compare';
import { DiagramPair, type PairedChange } from '@onewindow/designer/path';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readPackVersion } from '../api/packs.ts';
import type { PackFile } from '../api/packTypes.ts';
import type { Language } from '../app/i18n.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

const PROCESS = 'process.bpmn';

interface ComparedPicturesProps {
  packCode: string;
  before: number;
  after: Compared;
  draft: readonly PackFile[] | null;
  diff: PackDiff;
}

/** The processes of two versions beside each other. */
export function ComparedPictures({ packCode, before, after, draft, diff }: ComparedPicturesProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const read = (version: Compared) => ({
    queryKey: ['pack-version', packCode, version],
    queryFn: () => readPackVersion(packCode, Number(version)),
    enabled: version !== 'draft',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const earlier = useQuery(read(before));
  const later = useQuery(read(after));
  const changes = useMemo(() => pairedChanges(diff, language), [diff, language]);
  const [old, now] = [
    processOf(earlier.data?.files),
    processOf(after === 'draft' ? (draft ?? []) : later.data?.files),
  ];
  const error = earlier.error ?? later.error;
  if (error !== null) return <ProblemAlert error={error} />;
  if (old === undefined || now === undefined) return <LoadingState />;
  if (old === null || now === null) return <p>{t('designer.noPicture')}</p>;
  return (
    <DiagramPair
      before={old}
      after={now}
      changes={changes}
      locale={language}
      texts={{
        before: t('designer.versionNo', { version: before }),
        after: after === 'draft' ? t('designer.draft') : t('designer.versionNo', { version: after }),
        zoomIn: t('desk.history.zoomIn'),
        zoomOut: t('desk.history.zoomOut'),
        fit: t('desk.history.fit'),
        changes: t('designer.changedElements'),
        none: t('designer.nothingInPicture'),
        broken: t('desk.history.noProcess'),
      }}
    />
  );
}

/** Undefined while the files are read; null where they hold no process. */
function processOf(files: readonly PackFile[] | undefined): string | null | undefined {
  return files === undefined ? undefined : (files.find(({ path }) => path === PROCESS)?.text ?? null);
}

/** One line an element, whatever number of its properties differ; what came or went says so. */
function pairedChanges(diff: PackDiff, language: Language): PairedChange[] {
  const byElement = new Map<string, Change[]>();
  for (const change of diff.changes) {
    if (change.where.file !== PROCESS || change.where.element === '') continue;
    byElement.set(change.where.element, [...(byElement.get(change.where.element) ?? []), change]);
  }
  return [...byElement].map(([id, changes]) => {
    const whole = changes.find(({ property }) => property.key === '');
    const [first] = changes;
    const properties = [...new Set(changes.map(({ property }) => property.label[language]))].filter(
      (label) => label !== '',
    );
    return {
      id,
      kind: whole?.kind ?? (changes.every(({ kind }) => kind === 'moved') ? 'moved' : 'changed'),
      words: [first?.where.name[language] ?? id, ...properties].join(' · '),
    };
  });
}
