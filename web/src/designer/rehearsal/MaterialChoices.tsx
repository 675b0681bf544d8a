import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';

export type MaterialChoice = 'provided' | 'missing' | 'held';

/** Which materials are handed in: a small real file each. */
export function MaterialChoices({
  rules,
  value,
  mayBeHeld,
  onChange,
}: {
  rules: readonly { key: string; name: string }[];
  value: Readonly<Record<string, MaterialChoice>>;
  /** A license that the applicant holds may stand for one. */
  mayBeHeld: boolean;
  onChange: (key: string, choice: MaterialChoice) => void;
}) {
  const { t } = useTranslation();
  const choices = (['provided', 'missing', ...(mayBeHeld ? (['held'] as const) : [])] as const).map(
    (choice) => ({
      value: choice,
      label: t(`rehearsal.material.${choice}`),
    }),
  );
  return (
    <div>
      <h3 className="ow-card-title">{t('window.part.materials')}</h3>
      <p className="ow-small ow-muted owr-hint">{t('rehearsal.materialsHint')}</p>
      <ul className="ow-list">
        {rules.map(({ key, name }) => (
          <li key={key} className="ow-row">
            <span className="ow-grow">{name}</span>
            <Radio.Group
              aria-label={name}
              value={value[key]}
              options={choices}
              onChange={(event: { target: { value?: unknown } }) =>
                onChange(key, event.target.value as MaterialChoice)
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
