import { useDesigning } from '../DesignerContext.ts';
import { panelTexts } from './panelTexts.ts';

interface Told {
  readonly at?: unknown;
  readonly notify?: readonly string[];
}

/** What happens when a step is late, in sentences; read only: lights and reminders belong to the whole item. */
export function LateNote({ stepKey }: { readonly stepKey: string }) {
  const { manifest, locale } = useDesigning();
  const texts = panelTexts[locale];
  const { yellow, escalation } = manifest.limits ?? {};
  const lights = yellow as { workdays?: number; percent?: number } | undefined;
  const chain = Array.isArray(escalation) ? (escalation as readonly Told[]) : [];
  const urgent = manifest.steps?.[stepKey]?.escalate ?? [];
  const people = (keys: readonly string[] | undefined) =>
    (keys ?? []).map((key) => texts.people[key] ?? key).join('、');
  return (
    <fieldset className="owd-outcomes">
      <legend>{texts.late}</legend>
      <ul className="owd-late">
        {lights !== undefined && <li>{texts.lateYellow(lights.workdays, lights.percent)}</li>}
        {chain.map((told) => {
          const line = texts.lateTold(whenOf(told.at, texts), people(told.notify));
          return <li key={line}>{line}</li>;
        })}
        {chain.length === 0 && <li>{texts.lateDefault}</li>}
        {urgent.map(({ when, toRole }) => (
          <li key={when}>{texts.urgent(when, people([toRole]))}</li>
        ))}
      </ul>
      <p className="owd-help">{texts.lateWhere}</p>
    </fieldset>
  );
}

function whenOf(at: unknown, texts: (typeof panelTexts)['zh-CN']): string {
  if (typeof at === 'string') return texts.at[at] ?? at;
  const { after, workdays } = (at ?? {}) as { after?: string; workdays?: number };
  return texts.after(texts.at[after ?? ''] ?? after ?? '', workdays ?? 0);
}
