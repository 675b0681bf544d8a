import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Area } from '../api/caseTypes.ts';
import type { Operation } from '../api/itemTypes.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import type { ErrorAt } from './SectionCard.tsx';

export interface AreaSectionProps {
  value: Area;
  areas: Operation['areas'];
  /** Whether the village is asked for as well. */
  withVillage: boolean;
  readOnly: boolean;
  errorAt: ErrorAt;
  onChange: (value: Area) => void;
}

/** Town and village the case belongs to, for items that are routed by them. */
export function AreaSection({ value, areas, withVillage, readOnly, errorAt, onChange }: AreaSectionProps) {
  const { t } = useTranslation();
  const villages = areas.find((area) => area.town.id === value.town)?.villages ?? [];
  if (readOnly) {
    return (
      <Facts
        entries={[
          [t('window.area.town'), areas.find((area) => area.town.id === value.town)?.town.name],
          [t('window.area.village'), villages.find((village) => village.id === value.village)?.name],
        ]}
      />
    );
  }
  const options = (refs: { id: string; name: string }[]) =>
    refs.map((ref) => ({ value: ref.id, label: ref.name }));
  return (
    <div className="ow-fields">
      <Field
        id="area-town"
        label={t('window.area.town')}
        required
        error={errorAt('area.town') ?? errorAt('area')}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={value.town ?? null}
          placeholder={t('common.choose')}
          options={options(areas.map((area) => area.town))}
          onChange={(town: string | null) => onChange(town === null ? {} : { town })}
        />
      </Field>
      {withVillage ? (
        <Field id="area-village" label={t('window.area.village')} required error={errorAt('area.village')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            disabled={value.town === undefined}
            value={value.village ?? null}
            placeholder={t('common.choose')}
            options={options(villages)}
            onChange={(village: string | null | undefined) =>
              onChange({
                ...(value.town === undefined ? {} : { town: value.town }),
                ...(village ? { village } : {}),
              })
            }
          />
        </Field>
      ) : null}
    </div>
  );
}
