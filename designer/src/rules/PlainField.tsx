import { useDesigning } from '../DesignerContext.ts';
import type { Manifest, YamlPath } from '../model/manifest.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { rulesTexts } from './rulesTexts.ts';
import type { LabelledField } from './SchemaFieldProps.ts';

/** A text, a number or yes and no: as `type` beside it says. */
export function PlainField({ path, value, label }: LabelledField) {
  const { editor, manifest, locale } = useDesigning();
  const texts = rulesTexts[locale];
  const type = besideOf(manifest, path, 'type');
  if (type === 'boolean')
    return (
      <ChoiceInput
        label={label}
        value={value === undefined ? '' : String(value)}
        empty={texts.absent}
        choices={[
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ]}
        onChange={(text) => editor.setManifest(path, text === '' ? undefined : text === 'true')}
      />
    );
  return (
    <TextInput
      label={label}
      value={value === undefined ? '' : String(value)}
      onCommit={(text) => {
        const number = Number(text);
        if (text === '') editor.setManifest(path, undefined);
        else if (type !== 'number') editor.setManifest(path, text);
        else if (Number.isFinite(number)) editor.setManifest(path, number);
      }}
    />
  );
}

function besideOf(manifest: Manifest, path: YamlPath, name: string): unknown {
  let at: unknown = manifest;
  for (const part of path.slice(0, -1)) at = (at as Record<string | number, unknown> | undefined)?.[part];
  return (at as Record<string, unknown> | undefined)?.[name];
}
