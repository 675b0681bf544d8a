import { Radio } from 'antd';
import { useId } from 'react';
import type { GuidedQuestion } from '../api/situation.ts';
import { useLanguage } from '../app/useLanguage.ts';

/** The questions that are asked now, each a group of radios; later ones appear as the answers call for them. */
export function QuestionList({
  questions,
  disabled = false,
  onAnswer,
}: {
  questions: readonly GuidedQuestion[];
  disabled?: boolean;
  onAnswer: (question: GuidedQuestion, value: string) => void;
}) {
  return questions.map((question) => (
    <OneQuestion
      key={question.key}
      question={question}
      disabled={disabled}
      onAnswer={(value) => onAnswer(question, value)}
    />
  ));
}

function OneQuestion({
  question,
  disabled,
  onAnswer,
}: {
  question: GuidedQuestion;
  disabled: boolean;
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
        className="ow-portal-choice"
        aria-labelledby={id}
        {...(question.help === null ? {} : { 'aria-describedby': `${id}-help` })}
        disabled={disabled}
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
