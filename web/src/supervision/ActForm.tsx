import { Button, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecordFile, uploadRecordFile } from '../api/supervisionRecords.ts';
import { focusHeading } from '../app/focusHeading.ts';
import { Field } from '../components/Field.tsx';
import { formatSize } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { UploadButton } from '../components/UploadButton.tsx';
import { useAction } from '../components/useAction.ts';

export interface Written {
  text: string;
  files: string[];
  /** Chosen of `choices`. */
  choice: string;
  /** `YYYY-MM-DD`; empty where none is asked for. */
  day: string;
}

/** One act on a record: what is written, where wanted with papers, a choice and a day. Nothing is sent before it is complete. */
export function ActForm({
  id,
  recordId,
  title,
  label,
  send,
  papers,
  day,
  choices,
  optional,
  children,
  run,
}: {
  /** Tells its fields apart from those of other acts on the page. */
  id: string;
  recordId: string;
  title: string;
  label: string;
  send: string;
  papers?: boolean;
  /** Label of the day. */
  day?: string;
  choices?: { value: string; label: string }[];
  /** Nothing need be written. */
  optional?: boolean;
  /** Further fields, before what is written. */
  children?: ReactNode;
  run: (written: Written, idempotencyKey: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(choices?.[0]?.value ?? '');
  const [until, setUntil] = useState('');
  const [files, setFiles] = useState<RecordFile[]>([]);
  const act = useAction({
    run: (written: Written, key) => run(written, key),
    success: t('records.done'),
    failed: () => undefined,
    done: () => {
      setText('');
      setFiles([]);
      focusHeading();
    },
  });
  const attach = useAction({
    run: (file: File, key) => uploadRecordFile(recordId, file, key),
    done: (file) => setFiles((before) => [...before, file]),
  });
  const ready = (optional === true || text.trim().length > 1) && (day === undefined || until !== '');
  return (
    <section aria-label={title} className="ow-act">
      <h3>{title}</h3>
      <ProblemAlert error={act.error} />
      {choices === undefined ? null : (
        <Radio.Group
          aria-label={title}
          value={chosen}
          options={choices}
          onChange={(event: { target: { value?: unknown } }) => setChosen(String(event.target.value))}
          style={{ marginBottom: 12 }}
        />
      )}
      {children}
      <Field id={`${id}-text`} label={label} required={optional !== true}>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {day === undefined ? null : (
        <Field id={`${id}-day`} label={day} required>
          <DatePicker
            minDate={dayjs()}
            value={until === '' ? null : dayjs(until)}
            onChange={(value: dayjs.Dayjs | null) =>
              setUntil(value === null ? '' : value.format('YYYY-MM-DD'))
            }
          />
        </Field>
      )}
      {files.length === 0 ? null : (
        <ul className="ow-list">
          {files.map((file) => (
            <li key={file.id}>{t('records.file', { name: file.name, size: formatSize(file.size) })}</li>
          ))}
        </ul>
      )}
      <div className="ow-row">
        {papers ? (
          <UploadButton
            name={title}
            accept={['pdf', 'jpg', 'jpeg', 'png']}
            loading={attach.isPending}
            onFiles={(added) => {
              for (const file of added) attach.mutate(file);
            }}
          />
        ) : null}
        <Button
          type="primary"
          disabled={!ready || attach.isPending}
          loading={act.isPending}
          onClick={() =>
            act.mutate({ text: text.trim(), files: files.map((one) => one.id), choice: chosen, day: until })
          }
        >
          {send}
        </Button>
      </div>
    </section>
  );
}
