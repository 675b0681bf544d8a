import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { NumberInput } from '../panel/NumberInput.tsx';
import { licenseTexts } from './licenseTexts.ts';
import { firstPlace, type Placed } from './placing.ts';

interface PlacePanelProps {
  readonly file: string;
  readonly field: Partial<Placed> & { readonly label?: string };
  readonly at: number;
}

/** Whether a field stands in its turn or at a place of its own, and where, in millimetres. */
export function PlacePanel({ file, field, at }: PlacePanelProps) {
  const { editor, locale } = useDesigning();
  const texts = licenseTexts[locale];
  const placed = field.x !== undefined && field.y !== undefined;
  const path = ['fields', at] as const;
  const place = (on: boolean) =>
    editor.together(() => {
      for (const part of ['x', 'y', 'width'] as const)
        editor.setYaml(file, [...path, part], on ? firstPlace[part] : undefined);
      if (on) editor.setYaml(file, [...path, 'span'], undefined);
    });
  return (
    <>
      <CheckInput label={texts.placed} checked={placed} onChange={place} />
      {placed && (
        <div className="owd-cells3">
          {(['x', 'y', 'width'] as const).map((part) => (
            <NumberInput
              key={part}
              label={texts.placeParts[part]}
              value={field[part] ?? firstPlace[part]}
              min={part === 'width' ? 10 : 0}
              max={297}
              onChange={(value) => editor.setYaml(file, [...path, part], value)}
            />
          ))}
        </div>
      )}
    </>
  );
}
