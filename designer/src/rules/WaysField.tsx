import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { GroupFields } from './GroupField.tsx';
import { newValue } from './newValue.ts';
import { patternOf } from './PackSchema.ts';
import { rulesTexts } from './rulesTexts.ts';
import type { LabelledField } from './SchemaFieldProps.ts';
import { SimpleField } from './SimpleField.tsx';
import { shapeOf } from './shapeOf.ts';
import { wayOf } from './wayOf.ts';

/** One of several groups of fields: which one, then its fields. */
export function WaysField({ node, path, value, required, label }: LabelledField) {
  const { editor, locale } = useDesigning();
  const texts = rulesTexts[locale];
  const ways = node.anyOf ?? node.oneOf ?? [];
  const names = texts.ways[patternOf(path)] ?? [];
  const at = wayOf(value, ways);
  const way = ways[at];
  return (
    <>
      <ChoiceInput
        label={label}
        value={at === -1 ? '' : String(at)}
        choices={ways.map((_, index) => ({
          value: String(index),
          label: names[index] ?? `${texts.way} ${index + 1}`,
        }))}
        {...(required ? {} : { empty: texts.notChosen })}
        onChange={(chosen) => {
          const next = ways[Number(chosen)];
          editor.setManifest(
            path,
            chosen === '' || next === undefined
              ? undefined
              : newValue(next, { text: texts.newText, words: texts.newWords }),
          );
        }}
      />
      {way !== undefined &&
        (shapeOf(way) === 'group' ? (
          <GroupFields node={way} path={path} value={value} required />
        ) : (
          <SimpleField
            node={way}
            path={path}
            value={value}
            required
            label={names[at] ?? label}
            shape={shapeOf(way)}
          />
        ))}
    </>
  );
}
