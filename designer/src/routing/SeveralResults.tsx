import { Button } from 'antd';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import type { DecisionText } from './dmnText.ts';
import { removeOutput, splitOutput } from './outputText.ts';
import { routingTexts } from './routingTexts.ts';

interface SeveralResultsProps {
  readonly table: DecisionText;
  readonly outputs: readonly ConditionField[];
  readonly onWrite: (text: string, said: string) => void;
}

/**
 * A table of another tool with several results: a pack's table answers one question, so that each result is taken into
 * a table of its own, or away.
 */
export function SeveralResults({ table, outputs, onWrite }: SeveralResultsProps) {
  const { files, locale, readOnly } = useDesigning();
  const words = routingTexts[locale];
  const text = files.get(table.file) ?? '';
  return (
    <div className="owd-note">
      <p>{words.several}</p>
      <ul>
        {outputs.map((output, column) => {
          const name = output.label || output.name;
          return (
            <li key={column} className="owd-row">
              <span>{name}</span>
              <span className="owd-buttons">
                <Button
                  size="small"
                  disabled={readOnly}
                  aria-label={sayAbout(locale, words.split, name)}
                  onClick={() => onWrite(splitOutput(text, table.id, column), words.said.split(name))}
                >
                  {words.split}
                </Button>
                <Button
                  size="small"
                  disabled={readOnly}
                  aria-label={sayAbout(locale, words.dropResult, name)}
                  onClick={() => onWrite(removeOutput(text, table.id, column), words.said.dropped(name))}
                >
                  {words.dropResult}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
