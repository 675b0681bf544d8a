import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague, Written } from '../api/comments.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { insertText, isTextField } from '../opinions/insertText.ts';
import { mentionNames, mentionsIn } from './mentionsIn.ts';

/** Colleagues offered at once; with more of them typing after the @ narrows the choice. */
const offered = 8;

/** A comment being written. Colleagues who may see the case are mentioned by `@name`, typed or chosen below. */
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
  const begun = /@([^@\s]*)$/.exec(text)?.[1] ?? '';
  const fitting = [...names.keys()].filter((name) => name.startsWith(begun)).slice(0, offered);
  const ready = text.trim() !== '';
  const send = () => {
    if (ready && !props.busy) props.onSend({ text: text.trim(), mentions: mentionsIn(text, names) });
  };
  const mention = (name: string) => {
    const field = document.getElementById(props.id);
    if (!isTextField(field)) return;
    const open = /@[^@\s]*$/.exec(field.value);
    if (open !== null) field.setSelectionRange(open.index, field.value.length);
    insertText(field, `@${name} `);
  };
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      <ProblemAlert error={props.failure} />
      <Field id={props.id} label={props.label} hint={t('desk.comment.hint')} required>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && send()}
        />
      </Field>
      {fitting.length === 0 ? null : (
        <div className="ow-row" role="group" aria-label={t('desk.comment.mention')}>
          {fitting.map((name) => (
            <Button key={name} size="small" onClick={() => mention(name)}>
              @{name}
            </Button>
          ))}
        </div>
      )}
      <div className="ow-row">
        <Button type="primary" disabled={!ready} loading={props.busy} onClick={send}>
          {props.action}
        </Button>
        {props.onCancel === undefined ? null : <Button onClick={props.onCancel}>{t('common.cancel')}</Button>}
      </div>
    </div>
  );
}
