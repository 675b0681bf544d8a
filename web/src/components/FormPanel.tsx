import type { FileHost } from '@onewindow/forms/browser';
import { lazy, Suspense } from 'react';
import type { FieldError, FormData, FormDefinition } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import type { FormHandle } from './FormRenderer.tsx';
import { LoadingState } from './LoadingState.tsx';

/** The renderer is heavy: it comes when a form is shown. */
const FormView = lazy(async () => ({ default: (await import('./FormRenderer.tsx')).FormRenderer }));

export interface FormPanelProps {
  form: FormDefinition;
  data: FormData;
  readOnly?: boolean;
  /** The server's findings, shown at their fields. */
  errors?: FieldError[];
  /** Remarks at fields: where a value came from. */
  notes?: readonly { path: string; text: string }[];
  onChange?: (data: FormData) => void;
  /** Credit codes that the clerk has compared with the original. */
  confirmedCodes?: readonly string[];
  /** The case whose files the form names: they are shown from it. */
  caseId?: string;
  /** The task that files are uploaded to; left out: none can be. */
  taskId?: string;
  /** How files are sent, where that is not to a task. */
  upload?: FileHost['upload'];
  /** Given what a page may ask of the form: its data now, its checks, focus. */
  handle?: FormHandle;
}

/** A form of a pack, to fill in or to read. */
export function FormPanel(props: FormPanelProps) {
  const { language } = useLanguage();
  return (
    <Suspense fallback={<LoadingState />}>
      <FormView key={language} language={language} {...props} />
    </Suspense>
  );
}
