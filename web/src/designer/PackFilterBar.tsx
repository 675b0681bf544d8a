import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';
import { type PackFilter, packOrders, packStates } from './packFilter.ts';

/** Search, state and order of the list of packs. */
export function PackFilterBar({
  filter,
  onChange,
}: {
  filter: PackFilter;
  onChange: (filter: PackFilter) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="ow-fields">
      <Field id="pack-search" label={t('together.list.search')}>
        <Input
          type="search"
          allowClear
          value={filter.text}
          placeholder={t('together.list.searchHint')}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </Field>
      <Field id="pack-state" label={t('together.list.state')}>
        <Select
          value={filter.state}
          options={packStates.map((state) => ({ value: state, label: t(`together.list.states.${state}`) }))}
          onChange={(state: PackFilter['state']) => onChange({ ...filter, state })}
        />
      </Field>
      <Field id="pack-order" label={t('together.list.order')}>
        <Select
          value={filter.order}
          options={packOrders.map((order) => ({ value: order, label: t(`together.list.orders.${order}`) }))}
          onChange={(order: PackFilter['order']) => onChange({ ...filter, order })}
        />
      </Field>
    </div>
  );
}
