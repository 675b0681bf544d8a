import { Button, Card, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerEntryObjection, type EntryObjection, type PublicationView } from '../api/publications.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

interface Props {
  view: PublicationView;
  onChanged: (next: PublicationView) => void;
}

/** What people say is wrong with the entry, each with its answer or the place to write it. Nothing where nobody does. */
export function EntryObjections({ view, onChanged }: Props) {
  const { t } = useTranslation();
  if (view.objections.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('publication.objection.list')}</h2>}>
      <ol className="ow-list">
        {view.objections.map((objection, at) => (
          <li key={objection.id}>
            <OneObjection view={view} objection={objection} at={at + 1} onChanged={onChanged} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

const results = ['no', 'withdraw', 'keep'] as const;

function OneObjection({ view, objection, at, onChanged }: Props & { objection: EntryObjection; at: number }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const [result, setResult] = useState<(typeof results)[number]>('no');
  const [text, setText] = useState('');
  const answer = useAction({
    run: (body: Parameters<typeof answerEntryObjection>[2], key) =>
      answerEntryObjection(view, objection.id, body, key),
    success: t('notice.answered'),
    done: onChanged,
    failed: () => undefined,
  });
  const mayAnswer =
    objection.state === 'open' &&
    hasRole(user, ['approver', 'head']) &&
    user.department.id === view.department.id;
  // Taking down and keeping corrected are ways out only while something is open.
  const choices = results.filter((one) => view.state === 'published' || one !== 'withdraw');
  return (
    <>
      <Facts
        entries={[
          [t('notice.raisedAt'), formatInstant(objection.at, language)],
          [
            t('publication.objection.dueDay'),
            objection.dueDay === null || objection.state === 'answered'
              ? null
              : formatDay(objection.dueDay, language),
          ],
          [t('publication.objection.name'), objection.said?.name],
          [t('publication.objection.contact'), objection.said?.contact],
          [t('publication.objection.text'), objection.said?.text],
          [
            t('notice.result'),
            objection.answer === null
              ? null
              : t(objection.answer.upheld ? 'notice.upheld' : 'notice.notUpheld'),
          ],
          [t('notice.answer'), objection.answer?.text],
        ]}
      />
      {mayAnswer ? (
        <div style={{ marginTop: 12 }}>
          <ProblemAlert error={answer.error} />
          <Radio.Group
            aria-label={t('notice.resultOf', { at })}
            value={result}
            onChange={(event: { target: { value?: unknown } }) =>
              setResult(results.find((one) => one === event.target.value) ?? 'no')
            }
            options={choices.map((one) => ({ value: one, label: t(`publication.objection.result.${one}`) }))}
            style={{ marginBottom: 12 }}
          />
          <Field id={`entry-answer-${objection.id}`} label={t('notice.answerOf', { at })} required>
            <Input.TextArea
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <Button
            disabled={text.trim().length < 2}
            loading={answer.isPending}
            onClick={() =>
              answer.mutate({ upheld: result !== 'no', keep: result === 'keep', text: text.trim() })
            }
          >
            {t('notice.giveAnswer', { at })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
