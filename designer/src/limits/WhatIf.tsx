import { type Calendar, describeLimit, type Limit, shanghaiInstant } from '@onewindow/clocks';
import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { addDays } from './days.ts';
import { limitTexts } from './limitTexts.ts';
import { type LimitsManifest, limitsOf } from './packLimits.ts';

/** What the author asks: from when, in which case, and what if. */
export interface Question {
  readonly day: string;
  readonly time: string;
  readonly which: string;
  /** Key of the special procedure; '' for none. */
  readonly procedure: string;
  readonly pauseDay: string;
  readonly pauseDays: number;
  readonly extended: boolean;
}

/** A question that can be answered at once: from the next day of the calendar that is like today's. */
export function firstQuestion(calendar: Calendar, today: string): Question {
  const day = today > calendar.publishedThrough ? calendar.publishedThrough : today;
  return {
    day,
    time: '10:00',
    which: 'item',
    procedure: '',
    pauseDay: addDays(day, 3),
    pauseDays: 10,
    extended: false,
  };
}

/** The instant that a question begins at; null when it is not filled in. */
export function startOf({ day, time }: Question): Date | null {
  try {
    return shanghaiInstant(day, time);
  } catch {
    return null;
  }
}

interface WhatIfProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly extension: Limit | null;
}

export function WhatIf({ question, onChange, extension }: WhatIfProps) {
  const { manifest, locale } = useDesigning();
  const texts = limitTexts[locale];
  const pack: LimitsManifest = limitsOf(manifest);
  const id = useId();
  const set = (part: Partial<Question>) => onChange({ ...question, ...part });
  const cases = [
    { value: 'item', label: texts.itemItself },
    ...(pack.operations ?? [])
      .filter(({ limits }) => limits !== undefined)
      .map(({ key, name }) => ({ value: `operation:${key}`, label: texts.operation(name?.[locale] ?? key) })),
    ...(pack.limits?.variants ?? []).map(({ key = '', name }) => ({
      value: `situation:${key}`,
      label: texts.situation(name?.[locale] ?? key),
    })),
  ];
  const procedures = (pack.specialProcedures ?? []).map(({ key, name }) => ({
    value: key,
    label: name?.[locale] ?? key,
  }));
  return (
    <div className="owd-whatif">
      <div className="owd-field">
        <label htmlFor={`${id}-day`}>{texts.startDay}</label>
        <input
          id={`${id}-day`}
          type="date"
          value={question.day}
          onChange={(event) => set({ day: event.target.value })}
        />
      </div>
      <div className="owd-field">
        <label htmlFor={`${id}-time`}>{texts.startTime}</label>
        <input
          id={`${id}-time`}
          type="time"
          value={question.time}
          onChange={(event) => set({ time: event.target.value })}
        />
      </div>
      {cases.length > 1 && (
        <FreeChoice
          label={texts.which}
          value={question.which}
          choices={cases}
          onChange={(which) => set({ which })}
        />
      )}
      {procedures.length > 0 && (
        <FreeChoice
          label={texts.pause}
          value={question.procedure}
          empty={texts.noPause}
          choices={procedures}
          onChange={(procedure) => set({ procedure })}
        />
      )}
      {question.procedure !== '' && (
        <>
          <div className="owd-field">
            <label htmlFor={`${id}-from`}>{texts.pauseFrom}</label>
            <input
              id={`${id}-from`}
              type="date"
              value={question.pauseDay}
              onChange={(event) => set({ pauseDay: event.target.value })}
            />
          </div>
          <div className="owd-field">
            <label htmlFor={`${id}-days`}>{texts.pauseDays}</label>
            <input
              id={`${id}-days`}
              type="number"
              min={1}
              max={200}
              value={question.pauseDays}
              onChange={(event) => {
                const typed = Math.trunc(Number(event.target.value));
                if (typed >= 1 && typed <= 200) set({ pauseDays: typed });
              }}
            />
          </div>
        </>
      )}
      {extension !== null && 'value' in extension && (
        <label className="owd-check owd-whatif-check">
          <input
            type="checkbox"
            checked={question.extended}
            onChange={(event) => set({ extended: event.target.checked })}
          />
          <span>{texts.extend(describeLimit(extension)[locale])}</span>
        </label>
      )}
    </div>
  );
}

/** Asking changes nothing in the pack: offered to readers, too. */
function FreeChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly empty?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  const { label, value, empty, choices, onChange } = props;
  const id = useId();
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
