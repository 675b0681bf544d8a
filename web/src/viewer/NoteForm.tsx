import { Button, Checkbox, Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** What a note says, and whether it becomes a line of the list of corrections. */
export function NoteForm(props: {
  id: string;
  start?: { note: string; toSupplement: boolean };
  busy: boolean;
  failure: unknown;
  field?: Ref<InputRef>;
  onSave: (note: string, toSupplement: boolean) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState(props.start?.note ?? '');
  const [listed, setListed] = useState(props.start?.toSupplement ?? true);
  const ready = note.trim() !== '';
  const save = () => ready && props.onSave(note.trim(), listed);
  return (
    <div className="ow-note-form ow-stack" style={{ gap: 8 }}>
      <ProblemAlert error={props.failure} />
      <Field id={`${props.id}-note`} label={t('desk.annotation.note')} required>
        <Input
          {...(props.field === undefined ? {} : { ref: props.field })}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onPressEnter={save}
          onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
        />
      </Field>
      <Checkbox checked={listed} onChange={(event) => setListed(event.target.checked)}>
        {t('desk.annotation.toSupplement')}
      </Checkbox>
      <div className="ow-row">
        <Button type="primary" disabled={!ready} loading={props.busy} onClick={save}>
          {t('desk.annotation.save')}
        </Button>
        <Button onClick={props.onCancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
