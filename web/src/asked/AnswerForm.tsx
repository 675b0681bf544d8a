import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerConsultation, type Consultation } from '../api/asked.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { ChoiceField } from '../desk/ChoiceField.tsx';
import { ReasonField } from '../desk/ReasonField.tsx';

type Position = 'agree' | 'dissent' | 'noComment';
const positions: readonly Position[] = ['agree', 'dissent', 'noComment'];

/** The opinion that was asked for. */
export function AnswerForm({ asked }: { asked: Consultation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [position, setPosition] = useState<Position | ''>('');
  const [answer, setAnswer] = useState('');
  const send = useAction({
    run: (body: { position: Position; answer: string }, key) => answerConsultation(asked.id, body, key),
    success: t('asked.consult.answered'),
    failed: () => undefined,
    done: () => client.invalidateQueries({ queryKey: ['askedOfMe'] }),
  });
  return (
    <div className="ow-stack">
      <ProblemAlert error={send.error} />
      <ChoiceField
        label={t('asked.consult.opinion')}
        value={position}
        onChange={(value) => setPosition(value as Position)}
        choices={positions.map((one) => ({ value: one, label: t(`asked.consult.position.${one}`) }))}
      />
      <ReasonField
        id={`answer-${asked.id}`}
        label={t('asked.consult.answer')}
        value={answer}
        onChange={setAnswer}
      />
      <div>
        <Button
          type="primary"
          loading={send.isPending}
          disabled={position === '' || answer.trim() === ''}
          onClick={() => position !== '' && send.mutate({ position, answer: answer.trim() })}
        >
          {t('asked.consult.send')}
        </Button>
      </div>
    </div>
  );
}
