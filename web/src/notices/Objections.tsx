import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerObjection, listObjections, type Objection } from '../api/notices.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';

/** Objections against a case under public notice, each with its answer or the place to write it. Nothing where there is none. */
export function Objections({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const user = useUser();
  const objections = useQuery({
    queryKey: ['case', caseId, 'objections'],
    queryFn: () => listObjections(caseId),
    enabled: hasRole(user, ['approver', 'head', 'supervisor']),
  });
  const items = objections.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('notice.objections', { count: items.length })}</h2>}>
      <ol className="ow-list">
        {items.map((one, at) => (
          <li key={one.id}>
            <OneObjection caseId={caseId} objection={one} at={at + 1} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function OneObjection({ caseId, objection, at }: { caseId: string; objection: Objection; at: number }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [upheld, setUpheld] = useState(false);
  const [text, setText] = useState('');
  const answer = useAction({
    run: () => answerObjection(caseId, objection.id, { upheld, text: text.trim() }),
    success: t('notice.answered'),
    done: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  return (
    <>
      <div className="ow-small ow-muted">{formatInstant(objection.at, language)}</div>
      <FormPanel form={objection.form} data={objection.formData} readOnly />
      {objection.answer === null ? null : (
        <p>
          {t(objection.answer.upheld ? 'notice.upheld' : 'notice.notUpheld')}：{objection.answer.text}
        </p>
      )}
      {objection.mayAnswer ? (
        <>
          <Radio.Group
            aria-label={t('notice.resultOf', { at })}
            value={upheld}
            onChange={(event: { target: { value?: unknown } }) => setUpheld(event.target.value === true)}
            options={[
              { value: false, label: t('notice.notUpheld') },
              { value: true, label: t('notice.upheld') },
            ]}
            style={{ marginBottom: 12 }}
          />
          <Field id={`answer-${objection.id}`} label={t('notice.answerOf', { at })} required>
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
            onClick={() => answer.mutate(undefined)}
          >
            {t('notice.giveAnswer', { at })}
          </Button>
        </>
      ) : null}
    </>
  );
}
