import { useTranslation } from 'react-i18next';
import type { Area } from '../api/caseTypes.ts';
import type { OnlineOperation } from '../api/portal.ts';
import { Field } from '../components/Field.tsx';

/** Town and village, by the phone's own list. */
export function AreaStep({
  value,
  areas,
  withVillage,
  onChange,
}: {
  value: Area;
  areas: OnlineOperation['areas'];
  withVillage: boolean;
  onChange: (value: Area) => void;
}) {
  const { t } = useTranslation();
  const villages = areas.find(({ town }) => town.id === value.town)?.villages ?? [];
  return (
    <>
      <p>{t('portal.area.why')}</p>
      <Field id="area-town" label={t('window.area.town')} required>
        <NativeChoice
          value={value.town ?? ''}
          options={areas.map(({ town }) => town)}
          onChoose={(town) => onChange(town === '' ? {} : { town })}
        />
      </Field>
      {withVillage ? (
        <Field id="area-village" label={t('window.area.village')} required>
          <NativeChoice
            value={value.village ?? ''}
            options={villages}
            onChoose={(village) => {
              const { town } = value;
              onChange({ ...(town === undefined ? {} : { town }), ...(village === '' ? {} : { village }) });
            }}
          />
        </Field>
      ) : null}
    </>
  );
}

function NativeChoice({
  value,
  options,
  onChoose,
  id,
  'aria-required': required,
}: {
  value: string;
  options: { id: string; name: string }[];
  onChoose: (id: string) => void;
  id?: string;
  'aria-required'?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <select
      id={id}
      aria-required={required}
      className="ow-portal-select"
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('common.choose')}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
