import {
  type DesignerHandle,
  type Finding,
  type HostServices,
  type PackComments,
  PackDesigner,
  type PublishOutcome,
  type RunScenarios,
} from '@onewindow/designer';
import type { PackDiff } from '@onewindow/designer/compare';
import { useQuery } from '@tanstack/react-query';
import { lazy, type Ref, Suspense, useMemo } from 'react';
import {
  listDepartments,
  listPacks,
  previewDocument,
  previewLicense,
  readLintRules,
  readPack,
  readPackDirectory,
} from '../api/packs.ts';
import type { PackFile } from '../api/packTypes.ts';
import { cspNonce } from '../app/cspNonce.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';

/** pdf.js comes when a license is looked at. */
const PdfPages = lazy(async () => ({ default: (await import('../components/PdfPages.tsx')).PdfPages }));

export interface DesignerFrameProps {
  packCode: string;
  /** The files as loaded; another array loads anew. */
  files: readonly PackFile[];
  /** What is published: kept work and older versions are changes against it. */
  published: readonly PackFile[];
  readOnly: boolean;
  onChange: (files: readonly PackFile[]) => void;
  onDirtyChange: (dirty: boolean) => void;
  onLint: (files: readonly PackFile[]) => Promise<readonly Finding[]>;
  /** Left out for a pack that was never published. */
  onCompare: ((files: readonly PackFile[]) => Promise<PackDiff>) | undefined;
  onPublish: (files: readonly PackFile[], note: string) => Promise<PublishOutcome>;
  onRebase: (version: number) => void;
  /** Publishing takes a second person. */
  approval: boolean;
  comments: PackComments | undefined;
  /** Begins with the comments open: somebody was mentioned in them. */
  commentsOpen: boolean;
  /** Left out for who may only look. */
  onRunScenarios: RunScenarios | undefined;
  ref: Ref<DesignerHandle>;
}

/** The designer workspace, mounted for one pack. */
export function DesignerFrame({ onCompare, ...props }: DesignerFrameProps) {
  const { language } = useLanguage();
  const nonce = useMemo(cspNonce, []);
  const { packCode } = props;
  const host = useMemo<HostServices>(
    () => ({
      previewLicense: (input) => previewLicense(packCode, input),
      previewDocument: (input) => previewDocument(packCode, input),
      readDirectory: readPackDirectory,
      listPacks: async () =>
        (await listPacks()).items.filter((pack) => pack.published !== null && pack.packCode !== packCode),
      readPack: async (other) => (await readPack(other)).files,
      readRules: readLintRules,
      renderPdf: (pdf) => (
        <Suspense fallback={<LoadingState />}>
          <PdfPages blob={pdf} />
        </Suspense>
      ),
    }),
    [packCode],
  );
  const departments = useQuery({
    queryKey: ['departments'],
    queryFn: listDepartments,
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.items;
  const known = departments === undefined ? {} : { departments };
  const comparing = onCompare === undefined ? {} : { onCompare };
  return <PackDesigner {...props} {...comparing} {...known} host={host} locale={language} cspNonce={nonce} />;
}
