import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listRules } from '../api/supervisionRecords.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';

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
  const [search, setSearch] = useSearchParams();
  const mayReadRules = hasRole(user, ['supervisor', 'head', 'admin']);
  const rules = useQuery({
    queryKey: ['supervision', 'rules'],
    queryFn: listRules,
    staleTime: 5 * 60_000,
    enabled: mayReadRules,
  });
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        value === '' ? next.delete(key) : next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="ow-row" style={{ marginBottom: 12 }}>
      <Select
        aria-label={t('records.filter.stage')}
        value={search.get('stage') ?? ''}
        style={{ minWidth: 160 }}
        onChange={(value: string) => set('stage', value)}
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
          onChange={(value: string) => set('rule', value)}
          options={[
            { value: '', label: t('records.filter.anyRule') },
            ...(rules.data?.items ?? []).map((rule) => ({ value: rule.id, label: say(rule.name) })),
          ]}
        />
      ) : null}
      {departments === undefined ? null : (
        <Select
          aria-label={t('case.department')}
          value={search.get('of') ?? ''}
          style={{ minWidth: 240, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set('of', value)}
          options={[
            { value: '', label: t('supervision.anyDepartment') },
            ...departments.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      <Checkbox
        checked={search.get('late') === 'true'}
        onChange={(event) => set('late', event.target.checked ? 'true' : '')}
      >
        {t('records.filter.late')}
      </Checkbox>
    </div>
  );
}
