import type { Value } from '@onewindow/processes/expression';
import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { ConditionField } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import { askedBy, judgeWays, type Verdict, type Way } from './judgeWays.ts';
import { TryValues } from './TryValues.tsx';

interface TryWaysProps {
  readonly ways: readonly Way[];
  readonly fields: readonly ConditionField[];
  /** True for a branch out of which several ways may be taken. */
  readonly inclusive: boolean;
}

/** Tries a branch out: values in, the way that a case would take out. */
export function TryWays({ ways, fields, inclusive }: TryWaysProps) {
  const { locale } = useDesigning();
  const texts = conditionTexts[locale];
  const [given, setGiven] = useState<Readonly<Record<string, Value>>>({});
  const asked = askedBy(ways).map(
    (name) => fields.find((field) => field.name === name) ?? { name, label: name, type: 'text' as const },
  );
  const say = (verdict: Verdict): string => {
    if (verdict.kind === 'none') return texts.noneTaken;
    if (verdict.kind === 'taken') {
      const names = texts.list(verdict.ways.map((way) => way.name));
      return verdict.ways.length > 1 ? texts.takenAll(names) : texts.taken(names);
    }
    const names = verdict.missing.map((name) => asked.find((field) => field.name === name)?.label ?? name);
    return texts.depends(texts.list(names));
  };
  return (
    <details className="owd-try">
      <summary>{texts.tryTitle}</summary>
      <p className="owd-help">{texts.tryHelp}</p>
      <TryValues fields={asked} given={given} onChange={setGiven} />
      <output aria-live="polite">{say(judgeWays(ways, given, inclusive))}</output>
    </details>
  );
}
