import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReturnVisit, type StaffRating, visitAgain } from '../api/portal.ts';
import { Field } from '../components/Field.tsx';
import { useAction } from '../components/useAction.ts';

const results = ['settled', 'notSettled', 'notReached'] as const;

/** 回访 after the reply to a bad rating: what whoever rated says of it. Not settled, the department answers again. */
export function VisitAgain({ rating, onDone }: { rating: StaffRating; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<ReturnVisit['result']>('settled');
  const [text, setText] = useState('');
  const save = useAction({
    run: (body: { result: ReturnVisit['result']; text: string }) => visitAgain(rating.id, body),
    success: t('portal.rating.visit.done'),
    done: onDone,
  });
  return (
    <>
      <Radio.Group
        aria-label={t('portal.rating.visit.title')}
        value={result}
        onChange={(event: { target: { value?: unknown } }) =>
          setResult(results.find((one) => one === event.target.value) ?? 'settled')
        }
        options={results.map((value) => ({ value, label: t(`portal.rating.visit.result.${value}`) }))}
      />
      <Field id={`visit-${rating.id}`} label={t('portal.rating.visit.text')}>
        <Input.TextArea
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button
        disabled={text.trim().length < 2}
        loading={save.isPending}
        onClick={() => save.mutate({ result, text: text.trim() })}
      >
        {t('portal.rating.visit.send')}
        <span className="ow-hidden">{rating.caseNo}</span>
      </Button>
    </>
  );
}
