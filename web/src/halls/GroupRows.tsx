import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HallPageView, ServiceGroup } from '../api/halls.ts';
import { Field } from '../components/Field.tsx';
import { TakesField } from './TakesField.tsx';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Service groups at the dispenser. A letter in use cannot be changed: tickets carry it. */
export function GroupRows(props: {
  hall: HallPageView;
  groups: ServiceGroup[];
  onChange: (groups: ServiceGroup[]) => void;
}) {
  const { hall, groups, onChange } = props;
  const { t } = useTranslation();
  const put = (key: string, part: Partial<ServiceGroup>) =>
    onChange(groups.map((group) => (group.key === key ? { ...group, ...part } : group)));
  const add = () => {
    const key = [...letters].find((letter) => !groups.some((group) => group.key === letter));
    if (key === undefined) return;
    onChange([
      ...groups,
      {
        key,
        name: { 'zh-CN': '', en: '' },
        minutes: 15,
        capacity: 0,
        takes: { all: true, departments: [], items: [] },
      },
    ]);
  };
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group.key} className="ow-hall-part">
          <legend>{t('halls.group', { key: group.key })}</legend>
          <div className="ow-fields">
            <Field id={`group-${group.key}-zh`} label={t('halls.nameZh')} required>
              <Input
                maxLength={60}
                value={group.name['zh-CN']}
                onChange={(event) => put(group.key, { name: { ...group.name, 'zh-CN': event.target.value } })}
              />
            </Field>
            <Field id={`group-${group.key}-en`} label={t('halls.nameEn')} required>
              <Input
                maxLength={60}
                value={group.name.en}
                onChange={(event) => put(group.key, { name: { ...group.name, en: event.target.value } })}
              />
            </Field>
            <Field id={`group-${group.key}-minutes`} label={t('halls.minutes')}>
              <InputNumber
                min={1}
                max={240}
                value={group.minutes}
                onChange={(value: number | null) => put(group.key, { minutes: value ?? group.minutes })}
              />
            </Field>
            <Field id={`group-${group.key}-capacity`} label={t('halls.capacity')}>
              <InputNumber
                min={0}
                max={100}
                value={group.capacity}
                onChange={(value: number | null) => put(group.key, { capacity: value ?? group.capacity })}
              />
            </Field>
          </div>
          <TakesField
            id={`group-${group.key}`}
            of={t('halls.group', { key: group.key })}
            hall={hall}
            takes={group.takes}
            onChange={(takes) => put(group.key, { takes })}
          />
          {groups.length === 1 ? null : (
            <Button onClick={() => onChange(groups.filter(({ key }) => key !== group.key))}>
              {t('halls.removeGroup', { key: group.key })}
            </Button>
          )}
        </fieldset>
      ))}
      {groups.length >= 12 ? null : <Button onClick={add}>{t('halls.addGroup')}</Button>}
    </>
  );
}
