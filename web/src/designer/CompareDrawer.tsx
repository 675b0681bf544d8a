import { type Compared, ComparePanel } from '@onewindow/designer/compare';
import { Drawer } from 'antd';
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { diffDraft, diffVersions } from '../api/packs.ts';
import type { PackFile, PackView } from '../api/packTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';

/** The drawing part comes when it is asked for. */
const ComparedPictures = lazy(async () => ({
  default: (await import('./ComparedPictures.tsx')).ComparedPictures,
}));

export interface CompareDrawerProps {
  pack: PackView;
  /** The files being edited, while they differ from what is published. */
  draft: readonly PackFile[] | null;
  open: boolean;
  onClose: () => void;
}

/** Compares the draft with a published version, or any two versions. */
export function CompareDrawer({ pack, draft, open, onClose }: CompareDrawerProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { packCode } = pack;
  const load = useCallback(
    (before: number, after: Compared) =>
      after === 'draft' ? diffDraft(packCode, before, draft ?? []) : diffVersions(packCode, before, after),
    [packCode, draft],
  );
  const versions = [...pack.versions]
    .sort((a, b) => b.version - a.version)
    .map(({ version, publishedAt, note }) => ({
      version,
      label: [`v${version}`, formatInstant(publishedAt, language), note]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('designer.compareTitle')}
      size="min(1680px, 94vw)"
      destroyOnHidden
    >
      <ComparePanel
        versions={versions}
        draft={draft === null ? undefined : t('designer.draft')}
        locale={language}
        load={load}
        pictures={(before, after, diff) => (
          <Suspense fallback={<LoadingState />}>
            <ComparedPictures packCode={packCode} before={before} after={after} draft={draft} diff={diff} />
          </Suspense>
        )}
      />
    </Drawer>
  );
}
