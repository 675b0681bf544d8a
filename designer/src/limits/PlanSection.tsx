import {
  type BusinessHours,
  defaultCalendar,
  formatHours,
  shanghaiDay,
  shanghaiInstant,
} from '@onewindow/clocks';
import { Alert } from 'antd';
import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { addDays } from './days.ts';
import { itemHours, stepHours } from './departmentHours.ts';
import { limitTexts } from './limitTexts.ts';
import { PlanExplained } from './PlanExplained.tsx';
import { PlanTable } from './PlanTable.tsx';
import { chainOf, limitsFor, limitsOf, thresholdsOf } from './packLimits.ts';
import { isClockError, type Plan, type PlanInput, planSteps, type WhatIfPause } from './planSteps.ts';
import { stepGraph } from './stepGraph.ts';
import { Timeline } from './Timeline.tsx';
import { firstQuestion, type Question, startOf, WhatIf } from './WhatIf.tsx';

/** Picture, table and arithmetic of the limits for a day that the author chooses. */
export function PlanSection() {
  const { editor, manifest, locale, departments } = useDesigning();
  const texts = limitTexts[locale];
  const calendar = defaultCalendar;
  const [question, ask] = useState<Question>(() => firstQuestion(calendar, shanghaiDay(new Date())));
  const pack = limitsOf(manifest);
  const hours = itemHours(manifest, departments);
  const { statutory, promised, extension } = limitsFor(pack, question.which);
  const startAt = startOf(question);
  const name = pack.specialProcedures?.find(({ key }) => key === question.procedure)?.name?.[locale];
  const pause = name === undefined || startAt === null ? null : pauseOf(question, name, startAt, hours.spans);
  const amount = question.extended && extension !== null && 'value' in extension ? extension.value : null;
  const plan =
    startAt === null
      ? null
      : attempt({
          startAt,
          statutory,
          promised,
          steps: stepGraph(editor, locale),
          thresholds: thresholdsOf(pack),
          chain: chainOf(pack),
          pause,
          extension: amount,
          calendar,
          ...(hours.own ? { businessHours: hours.spans } : {}),
          stepHours: stepHours(manifest, departments),
        });
  return (
    <section aria-labelledby="owd-plan">
      <h2 id="owd-plan">{texts.picture}</h2>
      <p className="owd-help">{texts.pictureHelp}</p>
      <p className="owd-help">{texts.hours(hours, formatHours(hours.spans))}</p>
      <WhatIf question={question} onChange={ask} extension={extension} />
      {startAt === null && <Alert type="info" showIcon title={texts.badDay} />}
      {startAt !== null && plan === null && <Alert type="warning" showIcon title={texts.tooEarly} />}
      {startAt !== null && plan !== null && (
        <>
          <Timeline plan={plan} startAt={startAt} calendar={calendar} pause={pause} />
          <PlanTable plan={plan} calendar={calendar} />
          <PlanExplained plan={plan} />
        </>
      )}
    </section>
  );
}

/** Both days belong to the pause, from opening to close. */
function pauseOf(
  { procedure, pauseDay, pauseDays }: Question,
  name: string,
  startAt: Date,
  hours: BusinessHours,
): WhatIfPause | null {
  try {
    const from = shanghaiInstant(pauseDay, hours.at(0)?.from ?? '09:00');
    const to = shanghaiInstant(addDays(pauseDay, pauseDays - 1), hours.at(-1)?.to ?? '18:00');
    return to <= startAt ? null : { key: procedure, name, from: from < startAt ? startAt : from, to };
  } catch {
    return null;
  }
}

function attempt(input: PlanInput): Plan | null {
  try {
    return planSteps(input);
  } catch (error) {
    if (isClockError(error)) return null;
    throw error;
  }
}
