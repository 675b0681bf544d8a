import {
  type BusinessHours,
  computeDue,
  defaultCalendar,
  describeLimit,
  hasDue,
  shanghaiInstant,
} from '@onewindow/clocks';
import { useDesigning } from '../DesignerContext.ts';
import { itemHours, stepHours } from './departmentHours.ts';
import { LimitEditor } from './LimitEditor.tsx';
import { limitTexts } from './limitTexts.ts';
import { limitsFor, limitsOf } from './packLimits.ts';
import { stepGraph } from './stepGraph.ts';
import { readWritten } from './writtenLimit.ts';

/** Two limits are compared by their due dates from an ordinary Monday. */
const COMPARED_FROM = shanghaiInstant('2026-03-02', '09:00');

/** Limits of the steps in flow order; one that is longer than the item's is told. */
export function StepLimits() {
  const { editor, manifest, locale, departments } = useDesigning();
  const texts = limitTexts[locale];
  const { promised, statutory } = limitsFor(limitsOf(manifest), 'item');
  const drawn = stepGraph(editor, locale);
  const steps = manifest.steps ?? {};
  const hours = itemHours(manifest, departments).spans;
  const elsewhere = stepHours(manifest, departments);
  const rank = new Map(drawn.map(({ key }, at) => [key, at]));
  const keys = Object.keys(steps).sort((a, b) => (rank.get(a) ?? 999) - (rank.get(b) ?? 999));
  const decisionAt = drawn.findLastIndex(({ decides }) => decides);
  const warningOf = (key: string): string | undefined => {
    const at = rank.get(key);
    const inProcedure = drawn.find((step) => step.key === key)?.ends.length !== 0;
    if (at === undefined || inProcedure || (decisionAt >= 0 && at > decisionAt)) return undefined;
    const own = dueOf(steps[key]?.limit, elsewhere.get(key) ?? hours);
    for (const [kind, limit] of [
      ['statutory', statutory],
      ['promised', promised],
    ] as const) {
      const most = dueOf(limit, hours);
      if (limit !== null && own !== null && most !== null && own > most)
        return texts.longerThanItem(`${texts.names[kind]} ${describeLimit(limit)[locale]} `);
    }
    return undefined;
  };
  return (
    <section aria-labelledby="owd-step-limits">
      <h2 id="owd-step-limits">{texts.steps}</h2>
      <div className="owd-cells">
        {keys.map((key) => (
          <LimitEditor
            key={key}
            label={steps[key]?.name?.[locale] ?? key}
            place={`steps.${key}.limit`}
            value={steps[key]?.limit}
            warning={warningOf(key)}
            onChange={(value) => editor.setManifest(['steps', key, 'limit'], value)}
          />
        ))}
      </div>
    </section>
  );
}

function dueOf(written: unknown, businessHours: BusinessHours): Date | null {
  const limit = readWritten(written);
  if (limit === null || !hasDue(limit)) return null;
  try {
    return computeDue({ limit, startAt: COMPARED_FROM, businessHours }, defaultCalendar).dueAt;
  } catch {
    return null;
  }
}
