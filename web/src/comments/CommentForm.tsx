import { Button, Mentions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague, Written } from '../api/comments.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { mentionNames, mentionsIn } from './mentionsIn.ts';

/** A comment being written: `@` offers the colleagues who may see the case. */
export function CommentForm(props: {
  id: string;
  label: string;
  start?: string;
  colleagues: readonly Colleague[];
  action: string;
  busy: boolean;
  failure: unknown;
  onSend: (written: Written) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.start ?? '');
  const names = mentionNames(props.colleagues);
  const ready = text.trim() !== '';
  const send = () => {
    if (ready && !props.busy) props.onSend({ text: text.trim(), mentions: mentionsIn(text, names) });
  };
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      <ProblemAlert error={props.failure} />
      <Field id={props.id} label={props.label} hint={t('desk.comment.hint')} required>
        <Mentions
          rows={3}
          maxLength={2000}
          value={text}
          options={[...names.keys()].map((name) => ({ value: name, label: name }))}
          onChange={setText}
          onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && send()}
        />
      </Field>
      <div className="ow-row">
        <Button type="primary" disabled={!ready} loading={props.busy} onClick={send}>
          {props.action}
        </Button>
        {props.onCancel === undefined ? null : <Button onClick={props.onCancel}>{t('common.cancel')}</Button>}
      </div>
    </div>
  );
}
