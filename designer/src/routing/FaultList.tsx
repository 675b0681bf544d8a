import type { ConditionField } from '../conditions/ConditionField.ts';
import { sayLiteral } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import type { TableFault } from './judgeTable.ts';
import { type RoutingTexts, routingTexts } from './routingTexts.ts';

interface FaultListProps {
  readonly faults: readonly TableFault[];
  readonly inputs: readonly ConditionField[];
  readonly onGo: (row: number) => void;
}

/** What is left out, overlaps or never matches; a line about a row leads to it. */
export function FaultList({ faults, inputs, onGo }: FaultListProps) {
  const { locale } = useDesigning();
  const words = routingTexts[locale];
  return (
    <section className="owd-faults" aria-label={words.faults}>
      <h3>{words.faults}</h3>
      <p role="status">{faults.length === 0 ? words.noFaults : ''}</p>
      <ul>
        {faults.map((fault, at) => (
          <li key={at}>
            {'row' in fault ? (
              <button type="button" onClick={() => onGo(fault.row)}>
                {say(fault, inputs, words)}
              </button>
            ) : (
              say(fault, inputs, words)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function say(fault: TableFault, inputs: readonly ConditionField[], words: RoutingTexts): string {
  switch (fault.kind) {
    case 'gap': {
      const parts = fault.example.flatMap((atom, column) => {
        const field = inputs[column];
        if (atom === null || field === undefined) return [];
        const isNamed = field.options?.some(({ value }) => value === atom.sample) ?? field.type === 'boolean';
        return [
          isNamed ? `${field.label} = ${sayLiteral(atom.sample, field, words)}` : atom.describe(field.label),
        ];
      });
      return parts.length === 0 ? words.gapAny : words.gap(words.list(parts));
    }
    case 'overlap':
      return words.overlap(fault.row + 1, fault.other + 1);
    case 'unknownValue':
      return words.unknownValue(fault.row + 1, String(fault.value), inputs[fault.column]?.label ?? '');
    case 'unjudged':
      return words.unjudged;
    default:
      return words[fault.kind](fault.row + 1);
  }
}
