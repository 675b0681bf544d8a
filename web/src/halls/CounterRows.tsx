import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Counter, HallPageView, ServiceGroup } from '../api/halls.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { TakesField } from './TakesField.tsx';

/** Counters: number, groups that are called there, items that may be opened there. */
export function CounterRows(props: {
  hall: HallPageView;
  groups: ServiceGroup[];
  counters: Counter[];
  onChange: (counters: Counter[]) => void;
}) {
  const { hall, groups, counters, onChange } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const put = (at: number, part: Partial<Counter>) =>
    onChange(counters.map((counter, index) => (index === at ? { ...counter, ...part } : counter)));
  const add = () => {
    const numbers = counters.map(({ no }) => Number(no)).filter((no) => Number.isInteger(no));
    const no = String(Math.max(0, ...numbers) + 1);
    const first = groups[0] === undefined ? [] : [groups[0].key];
    onChange([...counters, { no, groups: first, takes: { all: true, departments: [], items: [] } }]);
  };
  return (
    <>
      {counters.map((counter, at) => (
        <fieldset key={at} className="ow-hall-part">
          <legend>{t('queue.counterNo', { no: counter.no })}</legend>
          <div className="ow-fields">
            <Field id={`counter-${at}-no`} label={t('halls.counterNo')} required>
              <Input
                maxLength={6}
                value={counter.no}
                onChange={(event) => put(at, { no: event.target.value.trim() })}
              />
            </Field>
            <Field id={`counter-${at}-groups`} label={t('halls.counterGroups')}>
              <Select
                mode="multiple"
                optionFilterProp="label"
                value={counter.groups.filter((key) => groups.some((group) => group.key === key))}
                onChange={(keys: string[]) => put(at, { groups: keys })}
                style={{ width: '100%' }}
                options={groups.map(({ key, name }) => ({ value: key, label: `${key} ${say(name)}` }))}
              />
            </Field>
          </div>
          <TakesField
            id={`counter-${at}`}
            of={t('queue.counterNo', { no: counter.no })}
            hall={hall}
            takes={counter.takes}
            onChange={(takes) => put(at, { takes })}
          />
          {counters.length === 1 ? null : (
            <Button onClick={() => onChange(counters.filter((_, index) => index !== at))}>
              {t('halls.removeCounter', { no: counter.no })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={add}>{t('halls.addCounter')}</Button>
    </>
  );
}
