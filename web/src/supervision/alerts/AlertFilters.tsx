import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAddressQuery } from '../../app/useAddressQuery.ts';
import { DepartmentSelect } from '../DepartmentSelect.tsx';

const states = ['open', 'acknowledged', 'any'] as const;
const lights = ['yellow', 'red', 'other'] as const;

/** Query of the list from the address: `alerts` (state), `sort` (kind), `of` (department), `mine`. What nobody has noted, unless something is chosen. */
export function alertQuery(search: URLSearchParams): Record<string, string> {
  const state = search.get('alerts') ?? 'open';
  return Object.fromEntries(
    [
      ['state', state === 'any' ? '' : state],
      ['light', search.get('sort') ?? ''],
      ['department', search.get('of') ?? ''],
      ['mine', search.get('mine') ?? ''],
    ].filter(([, value]) => value !== ''),
  ) as Record<string, string>;
}

/** What the list of alerts is narrowed by. */
export function AlertFilters({ departments }: { departments?: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const [search, set] = useAddressQuery();
  return (
    <>
      <Select
        aria-label={t('supervision.alerts.state')}
        value={search.get('alerts') ?? 'open'}
        style={{ minWidth: 120 }}
        onChange={(value: string) => set({ alerts: value === 'open' ? '' : value })}
        options={states.map((value) => ({ value, label: t(`supervision.alerts.${value}`) }))}
      />
      <Select
        aria-label={t('supervision.alerts.light')}
        value={search.get('sort') ?? ''}
        style={{ minWidth: 130 }}
        onChange={(value: string) => set({ sort: value })}
        options={[
          { value: '', label: t('supervision.alerts.anyLight') },
          ...lights.map((value) => ({ value, label: t(`supervision.alerts.${value}`) })),
        ]}
      />
      {departments === undefined ? null : (
        <>
          <DepartmentSelect
            departments={departments}
            value={search.get('of') ?? ''}
            onChange={(of) => set({ of })}
          />
          <Checkbox
            checked={search.get('mine') === 'true'}
            onChange={(event) => set({ mine: event.target.checked ? 'true' : '' })}
          >
            {t('supervision.alerts.mine')}
          </Checkbox>
        </>
      )}
    </>
  );
}
