import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { rulesTexts } from './rulesTexts.ts';
import type { LabelledField } from './SchemaFieldProps.ts';
import { useReferences } from './useReferences.ts';

/** A name of one's own, or of another part, chosen from those there are. */
export function KeyField({ path, value, required, label }: LabelledField) {
  const { editor, locale } = useDesigning();
  const named = useReferences(path);
  const written = typeof value === 'string' ? value : '';
  const set = (text: string) => {
    if (text !== '' || !required) editor.setManifest(path, text === '' ? undefined : text);
  };
  if (named === null)
    return <TextInput label={label} value={written} onCommit={(text) => set(text.trim())} />;
  return (
    <ChoiceInput
      label={label}
      value={written}
      choices={named}
      {...(required ? {} : { empty: rulesTexts[locale].notChosen })}
      onChange={set}
    />
  );
}
