import { useDesigning } from '../DesignerContext.ts';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { declareNamed } from './declareNamed.ts';
import { listCaseFields, listIntakeFields } from './listConditionFields.ts';
import { offeredIn } from './offeredIn.ts';

interface PackConditionProps {
  readonly label: string;
  readonly value: string;
  /** What is known by then: at intake what the application says, later what the steps have found out too. */
  readonly scope: 'intake' | 'case';
  readonly onChange: (text: string) => void;
}

/** A condition of pack.yaml by choices. A field of a form that it is the first to ask about is declared in the same step of undo. */
export function PackCondition({ label, value, scope, onChange }: PackConditionProps) {
  const designing = useDesigning();
  const { editor } = designing;
  const offered = offeredIn(designing).filter(
    ({ place }) => scope === 'case' || place[0] === 'intakeVariables',
  );
  const known = scope === 'case' ? listCaseFields(designing) : listIntakeFields(designing);
  return (
    <ConditionBuilder
      label={label}
      language="pack"
      fields={[...known, ...offered.map(({ field }) => field)]}
      value={value}
      onChange={(text) =>
        editor.together(() => {
          declareNamed(editor, text, offered);
          onChange(text);
        })
      }
    />
  );
}

/** A condition to begin with, which can be changed: about the first thing that can be asked. */
export function firstCondition({ manifest }: Pick<ReturnType<typeof useDesigning>, 'manifest'>): string {
  const [variable] = manifest.intakeVariables ?? [];
  if (variable !== undefined) return `${variable.name} == 'yes'`;
  return `operation == '${manifest.operations?.[0]?.key ?? 'new'}'`;
}
