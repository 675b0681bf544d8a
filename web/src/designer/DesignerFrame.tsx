import { type Finding, PackDesigner, type PublishOutcome } from '@onewindow/designer';
import type { PackDiff } from '@onewindow/designer/compare';
import { useMemo } from 'react';
import type { PackFile } from '../api/types.ts';
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
  onCompare: (files: readonly PackFile[]) => Promise<PackDiff>;
  onPublish: (files: readonly PackFile[], note: string) => Promise<PublishOutcome>;
}

/** The designer workspace, mounted for one pack. */
export function DesignerFrame(props: DesignerFrameProps) {
  const { language } = useLanguage();
  const nonce = useMemo(cspNonce, []);
  return <PackDesigner {...props} locale={language} cspNonce={nonce} />;
}
