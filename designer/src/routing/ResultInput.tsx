import type { ConditionField } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { readOutput, writeScalar } from './cellTest.ts';
import { routingTexts } from './routingTexts.ts';

interface ResultInputProps {
  readonly output: ConditionField;
  /** As the cell is written in FEEL. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** What a row gives in one column: chosen where the values are known; an expression is edited as a text. */
export function ResultInput({ output, value, onChange }: ResultInputProps) {
  const { locale } = useDesigning();
  const words = routingTexts[locale];
  const given = readOutput(value);
  const shown = given === undefined ? '' : String(given);
  const choices =
    output.type === 'boolean'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : (output.options ?? []);
  const write = (text: string) => {
    const numeric = output.type === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
    onChange(output.type === 'boolean' || numeric ? text : writeScalar(text));
  };
  return (
    <fieldset className="owd-outcomes owd-rulecell">
      <legend>{output.label || words.result}</legend>
      {given === undefined && value !== '' ? (
        <TextInput label={words.resultRaw} value={value} onCommit={onChange} />
      ) : choices.length > 0 ? (
        <ChoiceInput
          label={words.result}
          value={shown}
          empty={words.choose}
          choices={choices}
          onChange={(chosen) => chosen !== '' && write(chosen)}
        />
      ) : (
        <TextInput label={words.result} value={shown} onCommit={write} />
      )}
    </fieldset>
  );
}
