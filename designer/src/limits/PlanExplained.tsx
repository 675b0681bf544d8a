import { useDesigning } from '../DesignerContext.ts';
import { shortTime } from './days.ts';
import { limitTexts } from './limitTexts.ts';
import type { Plan } from './planSteps.ts';

/** Each date with its arithmetic line by line, and what a pause or an extension moved. */
export function PlanExplained({ plan }: { readonly plan: Plan }) {
  const { locale } = useDesigning();
  const texts = limitTexts[locale];
  const moved = plan.clocks.filter(({ due, plain }) => due.dueAt.getTime() !== plain.dueAt.getTime());
  return (
    <>
      <p role="status" className={moved.length > 0 ? 'owd-sentence' : 'owd-hidden'}>
        {moved
          .map(({ kind, due, plain }) =>
            texts.movedTo(texts.names[kind] ?? kind, shortTime(plain.dueAt), shortTime(due.dueAt)),
          )
          .join('')}
      </p>
      {plan.clocks.map((clock) => (
        <details key={clock.kind} className="owd-explain">
          <summary>{texts.explain(texts.names[clock.kind] ?? clock.kind)}</summary>
          <ol>
            {clock.explain(locale).lines.map((line) => (
              <li key={`${line.kind} ${line.zh}`}>{locale === 'en' ? line.en : line.zh}</li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}
