import { Radio } from 'antd';
import { useId } from 'react';
import type { GuidedQuestion } from '../api/situation.ts';
import { useLanguage } from '../app/useLanguage.ts';

/** The questions that are asked now, each a group of radios; later ones appear as the answers call for them. */
export function QuestionList({
  questions,
  stacked = false,
  onAnswer,
}: {
  questions: readonly GuidedQuestion[];
  /** One answer a line, with large targets: on the portal. */
  stacked?: boolean;
  onAnswer: (question: GuidedQuestion, value: string) => void;
}) {
  return questions.map((question) => (
    <OneQuestion
      key={question.key}
      question={question}
      stacked={stacked}
      onAnswer={(value) => onAnswer(question, value)}
    />
  ));
}

function OneQuestion({
  question,
  stacked,
  onAnswer,
}: {
  question: GuidedQuestion;
  stacked: boolean;
  onAnswer: (value: string) => void;
}) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="ow-question">
      <div id={id} className="ow-question-title">
        {say(question.title)}
      </div>
      {question.help === null ? null : (
        <p id={`${id}-help`} className="ow-muted ow-small">
          {say(question.help)}
        </p>
      )}
      <Radio.Group
        {...(stacked ? { className: 'ow-portal-choice' } : {})}
        aria-labelledby={id}
        {...(question.help === null ? {} : { 'aria-describedby': `${id}-help` })}
        value={question.answer}
        onChange={(event: { target: { value?: unknown } }) => onAnswer(String(event.target.value))}
        options={question.options.map(({ value, name, help }) => ({
          value,
          label: (
            <>
              {say(name)}
              {help === null ? null : <span className="ow-muted ow-small"> {say(help)}</span>}
            </>
          ),
        }))}
      />
    </div>
  );
}
