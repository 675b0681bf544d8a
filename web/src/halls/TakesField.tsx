import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HallPageView, TakenItems } from '../api/halls.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';

/** Which items a counter or a group takes: all, whole departments, single items. */
export function TakesField(props: {
  id: string;
  of: string;
  hall: HallPageView;
  takes: TakenItems;
  onChange: (takes: TakenItems) => void;
}) {
  const { id, of, hall, takes, onChange } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <div>
      <Checkbox
        checked={takes.all}
        onChange={(event: { target: { checked: boolean } }) =>
          onChange({ ...takes, all: event.target.checked })
        }
      >
        {t('halls.takesAll')} <span className="ow-hidden">{of}</span>
      </Checkbox>
      {takes.all ? null : (
        <div className="ow-fields">
          <Field id={`${id}-departments`} label={t('halls.takesDepartments')}>
            <Select
              mode="multiple"
              optionFilterProp="label"
              value={takes.departments}
              onChange={(departments: string[]) => onChange({ ...takes, departments })}
              style={{ width: '100%' }}
              options={hall.departments.map(({ id: value, name }) => ({ value, label: name }))}
            />
          </Field>
          <Field id={`${id}-items`} label={t('halls.takesItems')}>
            <Select
              mode="multiple"
              optionFilterProp="label"
              value={takes.items}
              onChange={(items: string[]) => onChange({ ...takes, items })}
              style={{ width: '100%' }}
              options={hall.items.map(({ packCode, name }) => ({ value: packCode, label: say(name) }))}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
