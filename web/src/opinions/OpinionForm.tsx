import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOpinion, changeOpinion, type Opinion } from '../api/opinions.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** A template being written. */
export function OpinionForm(props: {
  opinion: Opinion | null;
  placeholders: readonly string[];
  forDepartment: boolean;
  onDone: () => void;
}) {
  const { opinion, onDone } = props;
  const { t } = useTranslation();
  const [scope, setScope] = useState<Opinion['scope']>(opinion?.scope ?? 'own');
  const [title, setTitle] = useState(opinion?.title ?? '');
  const [text, setText] = useState(opinion?.text ?? '');
  const [failure, setFailure] = useState<unknown>(null);
  const save = useAction({
    run: (body: Pick<Opinion, 'scope' | 'title' | 'text'>, key) =>
      opinion === null
        ? addOpinion(body, key)
        : changeOpinion(opinion, { title: body.title, text: body.text }),
    success: t('desk.opinion.saved'),
    done: onDone,
    failed: setFailure,
  });
  const ready = title.trim() !== '' && text.trim() !== '';
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      <ProblemAlert error={failure} />
      {opinion === null && props.forDepartment ? (
        <Radio.Group
          aria-label={t('desk.opinion.scope')}
          value={scope}
          onChange={(event) => setScope(event.target.value as Opinion['scope'])}
          options={(['own', 'department'] as const).map((value) => ({
            value,
            label: t(`desk.opinion.${value}`),
          }))}
        />
      ) : null}
      <Field id="opinion-title" label={t('desk.opinion.name')} required>
        <Input maxLength={50} autoFocus value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field
        id="opinion-text"
        label={t('desk.opinion.text')}
        required
        hint={t('desk.opinion.placeholders', {
          list: props.placeholders.map((name) => `{${name}}`).join(' '),
        })}
      >
        <Input.TextArea
          rows={4}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="ow-row">
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => save.mutate({ scope, title: title.trim(), text: text.trim() })}
        >
          {t('desk.opinion.save')}
        </Button>
        <Button onClick={onDone}>{t('desk.opinion.back')}</Button>
      </div>
    </div>
  );
}
