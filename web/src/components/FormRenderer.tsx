import { FormView, type FormViewHandle } from '@onewindow/forms/browser';
import { type RefObject, useMemo, useState } from 'react';
import type { Language } from '../app/i18n.ts';
import type { FormPanelProps } from './FormPanel.tsx';
import { placeOf } from './placeOf.ts';

export type FormHandle = RefObject<FormViewHandle | null>;

/** The Form.io renderer of the forms workspace. It keeps what is typed itself: `data` is where it starts. */
export function FormRenderer({
  form,
  data,
  readOnly = false,
  errors,
  onChange,
  handle,
  language,
}: FormPanelProps & { language: Language }) {
  const [start] = useState(data);
  const problems = useMemo(
    () => (errors ?? []).map((error) => ({ path: placeOf(error), message: error.message })),
    [errors],
  );
  return (
    <FormView
      form={form}
      data={start}
      mode={readOnly ? 'read' : 'edit'}
      locale={language}
      errors={problems}
      {...(onChange === undefined ? {} : { onChange })}
      {...(handle === undefined ? {} : { ref: handle })}
    />
  );
}
