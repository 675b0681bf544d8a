import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctEntry, type PublicationView, type PublicEntry } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { ReasonField } from '../desk/ReasonField.tsx';

export interface EntryDialogProps {
  view: PublicationView;
  onClose: () => void;
  onDone: (next: PublicationView) => void;
}

/** Puts lines of a published entry right; an empty line is left out. */
export function CorrectDialog({ view, entry, onClose, onDone }: EntryDialogProps & { entry: PublicEntry }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [rows, setRows] = useState(entry.rows.map(({ value }) => value));
  const [coverName, setCoverName] = useState(false);
  const [reason, setReason] = useState('');
  const correct = useAction({
    run: (body: Parameters<typeof correctEntry>[1], key) => correctEntry(view, body, key),
    success: t('publication.corrected'),
    done: onDone,
    failed: () => undefined,
  });
  return (
    <Modal
      open
      title={t('publication.correct')}
      okText={t('publication.correct')}
      okButtonProps={{ disabled: reason.trim() === '', loading: correct.isPending }}
      onOk={() => correct.mutate({ rows, coverName, reason: reason.trim() })}
      onCancel={onClose}
    >
      <ProblemAlert error={correct.error} />
      <p className="ow-muted">{t('publication.correctWhy')}</p>
      {entry.rows.map(({ label }, at) => (
        <Field key={label['zh-CN']} id={`correct-${at}`} label={say(label)}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            value={rows[at] ?? ''}
            onChange={(event) =>
              setRows((before) => before.map((row, index) => (index === at ? event.target.value : row)))
            }
          />
        </Field>
      ))}
      {entry.subjectKind === 'individualBusiness' ? (
        <Checkbox
          checked={coverName}
          onChange={(event) => setCoverName(event.target.checked)}
          style={{ marginBottom: 12 }}
        >
          {t('publication.coverName')}
        </Checkbox>
      ) : null}
      <ReasonField id="correct-reason" label={t('publication.reason')} value={reason} onChange={setReason} />
    </Modal>
  );
}
