import {
  type DesignerHandle,
  type Finding,
  PackDesigner,
  type PublishOutcome,
  type RunScenarios,
} from '@onewindow/designer';
import type { PackDiff } from '@onewindow/designer/compare';
import { type Ref, useMemo } from 'react';
import type { PackFile } from '../api/packTypes.ts';
import { cspNonce } from '../app/cspNonce.ts';
import { useLanguage } from '../app/useLanguage.ts';

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
  /** Left out for who may only look. */
  onRunScenarios: RunScenarios | undefined;
  ref: Ref<DesignerHandle>;
}

/** The designer workspace, mounted for one pack. */
export function DesignerFrame({ onCompare, ...props }: DesignerFrameProps) {
  const { language } = useLanguage();
  const nonce = useMemo(cspNonce, []);
  const comparing = onCompare === undefined ? {} : { onCompare };
  return <PackDesigner {...props} {...comparing} locale={language} cspNonce={nonce} />;
}
