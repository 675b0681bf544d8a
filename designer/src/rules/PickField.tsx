import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { choiceLabel } from './choiceTexts.ts';
import type { LabelledField } from './SchemaFieldProps.ts';
import { valuesOf } from './shapeOf.ts';
import { useReferences } from './useReferences.ts';

/** Several values, ticked in the order of the list that they are out of. */
export function PickField({ node, path, value, required, label }: LabelledField) {
  const { editor, locale } = useDesigning();
  const named = useReferences(path);
  const part = String(path.at(-1));
  const offered =
    node.items?.enum === undefined
      ? (named ?? [])
      : valuesOf(node.items).map((one) => ({ value: one, label: choiceLabel(one, part, locale) }));
  const byDefault = Array.isArray(node.default) ? (node.default as readonly string[]) : [];
  const chosen = Array.isArray(value) ? (value as readonly unknown[]).map(String) : byDefault;
  const unknown = chosen.filter((one) => !offered.some((entry) => entry.value === one));
  const all = [...offered, ...unknown.map((one) => ({ value: one, label: one }))];
  const least = Math.max(node.minItems ?? 0, required ? 1 : 0);
  const toggle = (one: string, on: boolean) => {
    const next = all
      .map((entry) => entry.value)
      .filter((entry) => (entry === one ? on : chosen.includes(entry)));
    // A list that must not be empty may still be left out where it need not be there.
    if (next.length === 0 && (required || byDefault.length >= Math.max(least, 1))) return;
    editor.setManifest(path, next.length === 0 ? undefined : next);
  };
  return (
    <fieldset className="owd-checks">
      <legend>{label}</legend>
      {all.map((entry) => (
        <CheckInput
          key={entry.value}
          label={entry.label}
          checked={chosen.includes(entry.value)}
          onChange={(on) => toggle(entry.value, on)}
        />
      ))}
    </fieldset>
  );
}
