import { AimOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../api/dispatch.ts';
import type { Operation } from '../api/itemTypes.ts';
import { Field } from '../components/Field.tsx';

export interface ReportedPlace {
  town?: string;
  village?: string;
  text?: string;
  position?: Position;
}

export interface PlaceSectionProps {
  value: ReportedPlace;
  areas: Operation['areas'];
  errors: { town?: string; text?: string };
  onChange: (value: ReportedPlace) => void;
}

/** Where it is: area, words, and the position of this device where the person asks for it. */
export function PlaceSection({ value, areas, errors, onChange }: PlaceSectionProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const villages = areas.find((area) => area.town.id === value.town)?.villages ?? [];
  const options = (refs: { id: string; name: string }[]) =>
    refs.map((ref) => ({ value: ref.id, label: ref.name }));
  const { town: _town, village: _village, ...rest } = value;
  const locate = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange({
          ...value,
          position: { longitude: rounded(coords.longitude), latitude: rounded(coords.latitude) },
        });
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <>
      <div className="ow-fields">
        <Field id="report-town" label={t('window.area.town')} required error={errors.town}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={value.town ?? null}
            placeholder={t('common.choose')}
            options={options(areas.map((area) => area.town))}
            onChange={(town: string) => onChange({ ...rest, town })}
          />
        </Field>
        <Field id="report-village" label={t('window.area.village')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            disabled={villages.length === 0}
            value={value.village ?? null}
            placeholder={t('common.choose')}
            options={options(villages)}
            onChange={(village: string | null | undefined) =>
              onChange({
                ...rest,
                ...(value.town === undefined ? {} : { town: value.town }),
                ...(village ? { village } : {}),
              })
            }
          />
        </Field>
      </div>
      <Field
        id="report-place"
        label={t('dispatch.report.place')}
        required
        hint={t('dispatch.report.placeHint')}
        error={errors.text}
      >
        <Input
          maxLength={200}
          value={value.text ?? ''}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      </Field>
      <div className="ow-row">
        <Button icon={<AimOutlined aria-hidden />} loading={state === 'asking'} onClick={locate}>
          {t('dispatch.report.locate')}
        </Button>
        <span role="status" className="ow-muted ow-nums">
          {value.position === undefined
            ? t(state === 'refused' ? 'dispatch.report.noPosition' : 'dispatch.report.optional')
            : t('dispatch.report.position', { ...value.position })}
        </span>
      </div>
    </>
  );
}

/** Six decimals: a decimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
