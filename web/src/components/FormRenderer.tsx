import { type FileReference, FormView, type FormViewHandle } from '@onewindow/forms/browser';
import { type RefObject, useMemo, useState } from 'react';
import { listLicensesInForce } from '../api/cases.ts';
import { addressOf } from '../api/request.ts';
import type { Language } from '../app/i18n.ts';
import { FileViewerDialog, type ViewedFile } from './FileViewerDialog.tsx';
import type { FormPanelProps } from './FormPanel.tsx';
import { placeOf } from './placeOf.ts';
import { useStepUpload } from './useStepUpload.ts';

export type FormHandle = RefObject<FormViewHandle | null>;

const none: readonly string[] = [];

/** The Form.io renderer of the forms workspace. It keeps what is typed itself: `data` is where it starts. */
export function FormRenderer({
  form,
  data,
  readOnly = false,
  errors,
  notes,
  onChange,
  handle,
  confirmedCodes = none,
  caseId,
  taskId,
  upload: given,
  language,
}: FormPanelProps & { language: Language }) {
  const [start] = useState(data);
  const problems = useMemo(
    () => (errors ?? []).map((error) => ({ path: placeOf(error), message: error.message })),
    [errors],
  );
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const own = useStepUpload(taskId);
  const upload = given ?? own;
  const host = useMemo(() => {
    if (caseId === undefined) return {};
    const pathOf = (file: FileReference) => `/cases/${caseId}/files/${file.id}/content`;
    return {
      fileAddress: (file: FileReference) => addressOf(pathOf(file)),
      openFile: (file: FileReference) =>
        setViewed({ name: file.name, mediaType: file.mediaType, path: pathOf(file) }),
      findLicenses: async (types: readonly string[]) =>
        (await listLicensesInForce(caseId)).items
          .filter(({ type }) => types.length === 0 || types.includes(type))
          .map(({ licenseNo, name }) => ({ licenseNo, name: name[language] })),
    };
  }, [caseId, language]);
  return (
    <>
      <FormView
        form={form}
        data={start}
        mode={readOnly ? 'read' : 'edit'}
        locale={language}
        errors={problems}
        confirmedCodes={confirmedCodes}
        {...host}
        {...(notes === undefined ? {} : { notes })}
        {...(upload === undefined ? {} : { upload })}
        {...(onChange === undefined ? {} : { onChange })}
        {...(handle === undefined ? {} : { ref: handle })}
      />
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </>
  );
}
