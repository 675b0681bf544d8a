import { useDesigning } from '../DesignerContext.ts';
import { useDirectory } from '../item/useDirectory.ts';
import { materialTexts } from '../materials/materialTexts.ts';
import { CheckInput } from '../panel/CheckInput.tsx';

interface LicenseTypesInputProps {
  readonly label: string;
  /** Types, joined by commas; '': any. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which types of licenses a field takes; none ticked: any. */
export function LicenseTypesInput({ label, value, onChange }: LicenseTypesInputProps) {
  const { locale } = useDesigning();
  const { licenseTypes } = useDirectory();
  const chosen = value
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
  const known = licenseTypes.map(({ type, name }) => ({
    type,
    words: name?.[locale] ?? materialTexts[locale].knownTypes[type] ?? type,
  }));
  const all = [
    ...known,
    ...chosen
      .filter((type) => !known.some((entry) => entry.type === type))
      .map((type) => ({ type, words: materialTexts[locale].knownTypes[type] ?? type })),
  ];
  return (
    <fieldset className="owd-checks">
      <legend>{label}</legend>
      {all.map(({ type, words }) => (
        <CheckInput
          key={type}
          label={words}
          checked={chosen.includes(type)}
          onChange={(on) =>
            onChange((on ? [...chosen, type] : chosen.filter((one) => one !== type)).join(','))
          }
        />
      ))}
    </fieldset>
  );
}
