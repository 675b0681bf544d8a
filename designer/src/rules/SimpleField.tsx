import { PackCondition } from '../conditions/PackCondition.tsx';
import { useDesigning } from '../DesignerContext.ts';
import { useDirectory } from '../item/useDirectory.ts';
import { LimitEditor } from '../limits/LimitEditor.tsx';
import { limitTexts } from '../limits/limitTexts.ts';
import { OptionalCondition } from '../materials/OptionalCondition.tsx';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { formTitle } from '../panel/formTitle.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { choiceLabel } from './choiceTexts.ts';
import { NumberField } from './NumberField.tsx';
import { PlainField } from './PlainField.tsx';
import { rulesTexts } from './rulesTexts.ts';
import type { LabelledField } from './SchemaFieldProps.ts';
import { type Shape, valuesOf } from './shapeOf.ts';
import { pointerChoices, sourceChoices } from './sourceChoices.ts';

type SimpleFieldProps = LabelledField & { readonly shape: Shape };

/** A part of pack.yaml that is one value. */
export function SimpleField({ shape, ...props }: SimpleFieldProps) {
  const designing = useDesigning();
  const { editor, files, locale } = designing;
  const { departments, themes } = useDirectory();
  const texts = rulesTexts[locale];
  const { node, path, value, required, label } = props;
  const set = (next: unknown) => editor.setManifest(path, next);
  const words = typeof value === 'string' ? value : '';
  const setWords = (text: string) => {
    const next = text.trim();
    if (next !== '' || !required) set(next === '' ? undefined : next);
  };
  const choose = (choices: readonly { value: string; label: string }[], now: string, empty?: string) => (
    <ChoiceInput
      label={label}
      value={now}
      choices={choices}
      {...(required ? {} : { empty: empty ?? texts.notChosen })}
      onChange={setWords}
    />
  );
  const scope = path[0] === 'steps' ? 'case' : 'intake';
  switch (shape) {
    case 'text':
      return <OptionalText {...props} />;
    case 'condition':
      return required ? (
        <PackCondition
          label={label}
          scope={scope}
          value={words}
          onChange={(text) => text.trim() !== '' && set(text.trim())}
        />
      ) : (
        <OptionalCondition
          label={label}
          always={texts.always}
          add={texts.addCondition}
          scope={scope}
          value={typeof value === 'string' ? value : undefined}
          onChange={set}
        />
      );
    case 'limit':
      return (
        <LimitEditor
          label={label}
          place={path.join('.')}
          value={value}
          cited={typeof node.examples?.[0] === 'object'}
          {...(required ? {} : { absent: absentLimit(node.default, locale) })}
          onChange={set}
        />
      );
    case 'source':
      return choose(sourceChoices(designing), words);
    case 'pointer':
      return choose(pointerChoices(path, designing), words);
    case 'path':
      return choose(
        [...files.keys()]
          .filter((file) => file.startsWith('forms/'))
          .map((file) => ({ value: file, label: formTitle(files.get(file) ?? '', file, locale) })),
        words,
      );
    case 'department':
      return choose(
        departments.map(({ id, name }) => ({ value: id, label: name })),
        words,
      );
    case 'packCode':
      return path[0] === 'themes'
        ? choose(
            themes.map(({ packCode, name }) => ({ value: packCode, label: name[locale] })),
            words,
          )
        : inWords(props, words, setWords);
    case 'choice': {
      const part = String(path.findLast((entry) => typeof entry === 'string'));
      const labelOf = (one: string) => choiceLabel(one, part, locale);
      return choose(
        valuesOf(node).map((one) => ({ value: one, label: labelOf(one) })),
        words,
        typeof node.default === 'string' ? texts.byDefault(labelOf(node.default)) : undefined,
      );
    }
    case 'check':
      return (
        <CheckInput
          label={label}
          checked={(value ?? node.default) === true}
          onChange={(on) => set(!required && on === (node.default ?? false) ? undefined : on)}
        />
      );
    case 'number':
      return <NumberField {...props} />;
    case 'plain':
      return <PlainField {...props} />;
    default:
      return inWords(props, words, setWords);
  }
}

function inWords({ label }: LabelledField, value: string, onCommit: (text: string) => void) {
  return <TextInput label={label} value={value} onCommit={onCommit} />;
}

/** A text in both languages; what is typed first stands in both, emptied in both it goes. */
function OptionalText({ path, value, required, label }: LabelledField) {
  const { editor } = useDesigning();
  const text = value as { readonly 'zh-CN'?: string; readonly en?: string } | undefined;
  const long = (text?.['zh-CN'] ?? '').length > 40 || (text?.en ?? '').length > 60;
  return (
    <TextPair
      label={label}
      value={text}
      {...(long ? { rows: 3 } : {})}
      onCommit={(language, typed) => {
        const other = language === 'en' ? text?.['zh-CN'] : text?.en;
        if (typed.trim() === '' && (other ?? '').trim() === '' && !required)
          editor.setManifest(path, undefined);
        else if (text === undefined) editor.setManifest(path, { 'zh-CN': typed, en: typed });
        else editor.setManifest([...path, language], typed);
      }}
    />
  );
}

function absentLimit(fallback: unknown, locale: 'zh-CN' | 'en'): string {
  const texts = rulesTexts[locale];
  const { value, unit } = (fallback ?? {}) as { value?: number; unit?: string };
  const units: Readonly<Record<string, string>> = limitTexts[locale].units;
  return value === undefined || unit === undefined
    ? texts.absent
    : texts.byDefault(`${value} ${units[unit] ?? unit}`);
}
