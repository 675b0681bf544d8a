import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appealFigure, type Fact, type Figure, type SubjectScore } from '../api/evaluation.ts';
import { type RecordFile, uploadRecordFile } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatSize } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { UploadButton } from '../components/UploadButton.tsx';
import { useAction } from '../components/useAction.ts';

/** 申诉 against one fact of a figure: why, with papers. */
export function AppealDialog({
  view,
  figure,
  fact,
  onClose,
  onDone,
}: {
  view: SubjectScore;
  figure: Figure;
  fact: Fact;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<RecordFile[]>([]);
  const send = useAction({
    run: (body: { indicator: string; key: string; text: string; files: string[] }, key) =>
      appealFigure({ kind: view.kind, period: view.period, subject: view.subject.id }, body, key),
    success: t('evaluation.appeals.done'),
    failed: () => undefined,
    done: async () => {
      onClose();
      await onDone();
    },
  });
  const attach = useAction({
    run: (file: File, key) => uploadRecordFile(view.scoreId ?? '', file, key),
    done: (file) => setFiles((before) => [...before, file]),
  });
  return (
    <Modal
      open
      title={t('evaluation.appeals.dialog', { name: say(figure.name), no: fact.no })}
      okText={t('evaluation.appeals.send')}
      okButtonProps={{ disabled: text.trim().length < 2 || attach.isPending, loading: send.isPending }}
      onOk={() =>
        send.mutate({
          indicator: figure.indicator,
          key: fact.key,
          text: text.trim(),
          files: files.map(({ id }) => id),
        })
      }
      onCancel={onClose}
    >
      <ProblemAlert error={send.error} />
      <p className="ow-muted">{t('evaluation.appeals.help')}</p>
      <Field id="appeal-text" label={t('evaluation.appeals.text')} required>
        <Input.TextArea
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {files.length === 0 ? null : (
        <ul className="ow-list">
          {files.map((file) => (
            <li key={file.id}>{t('records.file', { name: file.name, size: formatSize(file.size) })}</li>
          ))}
        </ul>
      )}
      <UploadButton
        name={t('evaluation.appeals.paper')}
        accept={['pdf', 'jpg', 'jpeg', 'png']}
        loading={attach.isPending}
        onFiles={(added) => {
          for (const file of added) attach.mutate(file);
        }}
      />
    </Modal>
  );
}
