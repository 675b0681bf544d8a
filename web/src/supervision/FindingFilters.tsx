import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listRules } from '../api/supervisionRecords.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useAddressQuery } from '../app/useAddressQuery.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { DepartmentSelect } from './DepartmentSelect.tsx';

const stages = ['opened', 'assigned', 'explained', 'sentBack', 'disputed', 'closed'] as const;

/** Query of the list from the address: `rule`, `of` (department), `stage`, `late`. Open ones unless something is chosen. */
export function findingQuery(search: URLSearchParams): Record<string, string> {
  const stage = search.get('stage') ?? '';
  const own = Object.fromEntries(
    [
      ['rule', search.get('rule') ?? ''],
      ['department', search.get('of') ?? ''],
      ['late', search.get('late') ?? ''],
    ].filter(([, value]) => value !== ''),
  ) as Record<string, string>;
  if (stage === 'any') return own;
  return stage === ''
    ? { ...own, state: 'open' }
    : { ...own, stage, state: stage === 'closed' ? 'closed' : 'open' };
}

/** What the list of findings is narrowed by. */
export function FindingFilters({ departments }: { departments?: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const [search, set] = useAddressQuery();
  const mayReadRules = hasRole(user, ['supervisor', 'head', 'admin']);
  const rules = useQuery({
    queryKey: ['supervision', 'rules'],
    queryFn: listRules,
    staleTime: 5 * 60_000,
    enabled: mayReadRules,
  });
  return (
    <div className="ow-row" style={{ marginBottom: 12 }}>
      <Select
        aria-label={t('records.filter.stage')}
        value={search.get('stage') ?? ''}
        style={{ minWidth: 160 }}
        onChange={(value: string) => set({ stage: value })}
        options={[
          { value: '', label: t('records.filter.open') },
          ...stages.map((value) => ({ value, label: t(`records.stage.${value}`) })),
          { value: 'any', label: t('records.filter.any') },
        ]}
      />
      {mayReadRules ? (
        <Select
          aria-label={t('records.filter.rule')}
          value={search.get('rule') ?? ''}
          style={{ minWidth: 240, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set({ rule: value })}
          options={[
            { value: '', label: t('records.filter.anyRule') },
            ...(rules.data?.items ?? []).map((rule) => ({ value: rule.id, label: say(rule.name) })),
          ]}
        />
      ) : null}
      {departments === undefined ? null : (
        <DepartmentSelect
          departments={departments}
          value={search.get('of') ?? ''}
          onChange={(of) => set({ of })}
        />
      )}
      <Checkbox
        checked={search.get('late') === 'true'}
        onChange={(event) => set({ late: event.target.checked ? 'true' : '' })}
      >
        {t('records.filter.late')}
      </Checkbox>
    </div>
  );
}
