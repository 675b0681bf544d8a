import { useDesigning } from '../DesignerContext.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { patternOf } from './PackSchema.ts';
import type { LabelledField } from './SchemaFieldProps.ts';

/** Amounts that the pack has in fen and people write in yuan. */
const inYuan: ReadonlySet<string> = new Set(['fees.[].amountFen']);

/** A number between its bounds; what is no number leaves it as it was. */
export function NumberField({ node, path, value, required, label }: LabelledField) {
  const { editor } = useDesigning();
  const money = inYuan.has(patternOf(path));
  const now = typeof value === 'number' ? value : node.default;
  const shown = typeof now !== 'number' ? '' : money ? (now / 100).toFixed(2) : String(now);
  return (
    <TextInput
      label={label}
      value={shown}
      onCommit={(text) => {
        if (text.trim() === '') return required ? undefined : editor.setManifest(path, undefined);
        const typed = Number(text.trim());
        if (!Number.isFinite(typed)) return;
        const whole = money ? Math.round(typed * 100) : node.type === 'integer' ? Math.trunc(typed) : typed;
        const next = Math.min(node.maximum ?? Infinity, Math.max(node.minimum ?? -Infinity, whole));
        editor.setManifest(path, next === node.default && !required ? undefined : next);
      }}
    />
  );
}
