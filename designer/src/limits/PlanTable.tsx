import { type Calendar, describeLimit, workdaysBetween } from '@onewindow/clocks';
import { useDesigning } from '../DesignerContext.ts';
import { dayOf, shortTime } from './days.ts';
import { limitTexts } from './limitTexts.ts';
import type { Plan, PlannedBar } from './planSteps.ts';

/** What the picture shows, as a table, with the sum of it in a sentence. */
export function PlanTable({ plan, calendar }: { readonly plan: Plan; readonly calendar: Calendar }) {
  const { locale } = useDesigning();
  const texts = limitTexts[locale];
  const promised = plan.clocks.find(({ kind }) => kind === 'promised');
  const remark = (bar: PlannedBar) =>
    [
      bar.beyond === 'statutory' && texts.overStatutory,
      bar.beyond === 'promised' && texts.overPromise,
      bar.longerThan !== null && texts.longerThanItem(texts.names[bar.longerThan] ?? ''),
      bar.paused && texts.paused,
      bar.afterDecision && texts.afterDecision,
    ]
      .filter((part) => part !== false)
      .join(locale === 'en' ? '; ' : '；');
  return (
    <>
      {promised !== undefined && plan.decidedBy !== null && (
        <p role="status" className={plan.decidedBy > promised.due.dueAt ? 'owd-warning' : 'owd-sentence'}>
          {sumUp(plan.decidedBy, promised.due.dueAt, calendar, texts)}
        </p>
      )}
      <div className="owd-table-box">
        <table className="owd-table">
          <caption className="owd-hidden">{texts.table}</caption>
          <thead>
            <tr>
              {[texts.step, texts.limit, texts.from, texts.until, texts.remark].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.clocks.map(({ kind, limit, due, yellowAt }) => (
              <tr key={kind}>
                <th scope="row">{texts.names[kind]}</th>
                <td>{describeLimit(limit)[locale]}</td>
                <td>{texts.start}</td>
                <td>{shortTime(due.dueAt)}</td>
                <td>
                  {yellowAt !== null && `${texts.yellowAt} ${shortTime(yellowAt)}`}
                  {due.provisional && ` ${texts.provisional}`}
                </td>
              </tr>
            ))}
            {plan.bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.name}</th>
                <td>{bar.limit === null ? texts.none : describeLimit(bar.limit)[locale]}</td>
                <td>{shortTime(bar.from)}</td>
                <td>{shortTime(bar.to)}</td>
                <td className={bar.beyond !== null || bar.longerThan !== null ? 'owd-overlong' : ''}>
                  {remark(bar)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.leftOut.length > 0 && (
        <p className="owd-help">
          {texts.leftOut(plan.leftOut.map(({ name }) => name).join(locale === 'en' ? ', ' : '、'))}
        </p>
      )}
    </>
  );
}

function sumUp(done: Date, promised: Date, calendar: Calendar, texts: (typeof limitTexts)['zh-CN']): string {
  if (done > promised) return texts.notFit(shortTime(done), shortTime(promised));
  const days = workdaysBetween(dayOf(done), dayOf(promised), calendar);
  return days === 0 ? texts.justFit(shortTime(done)) : texts.allFit(shortTime(done), days);
}
