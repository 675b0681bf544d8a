import { Input, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskCounts, Text } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Light } from '../components/Light.tsx';
import { type InboxFilters, inboxViews } from './inboxFilters.ts';

export interface InboxFilterBarProps {
  filters: InboxFilters;
  counts: TaskCounts | undefined;
  /** Items that occur in the queue, by code. */
  items: ReadonlyMap<string, Text>;
  onChange: (change: Partial<InboxFilters>) => void;
}

/** Views with counts, and the filters light, item and case number. */
export function InboxFilterBar({ filters, counts, items, onChange }: InboxFilterBarProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const countOf = { mine: counts?.mine, department: counts?.department, all: undefined };
  return (
    <>
      <Tabs
        activeKey={filters.view}
        onChange={(view) => onChange({ view: view as InboxFilters['view'] })}
        items={inboxViews.map((view) => ({
          key: view,
          label:
            countOf[view] === undefined
              ? t(`inbox.view.${view}`)
              : `${t(`inbox.view.${view}`)} (${countOf[view]})`,
        }))}
      />
      <div className="ow-row" role="search" aria-label={t('inbox.filters')} style={{ marginBottom: 12 }}>
        <Input.Search
          key={filters.caseNo}
          allowClear
          defaultValue={filters.caseNo}
          aria-label={t('case.number')}
          placeholder={t('case.number')}
          onSearch={(text) => onChange({ caseNo: text.replaceAll(/\D/g, '') })}
          style={{ width: 240 }}
        />
        <Select
          aria-label={t('case.item')}
          value={filters.packCode}
          onChange={(packCode: string) => onChange({ packCode })}
          options={[
            { value: '', label: t('inbox.anyItem') },
            ...[...items].map(([value, name]) => ({ value, label: say(name) })),
          ]}
          style={{ minWidth: 220 }}
        />
        <Select
          aria-label={t('case.light')}
          value={filters.light}
          onChange={(light: string) => onChange({ light })}
          options={[
            { value: '', label: t('inbox.anyLight') },
            ...(['red', 'yellow', 'green', 'paused'] as const).map((light) => ({
              value: light,
              label: <Light light={light} />,
            })),
          ]}
          style={{ minWidth: 140 }}
        />
        {counts === undefined ? null : (
          <span className="ow-row">
            <button type="button" className="ow-plain-button" onClick={() => onChange({ light: 'red' })}>
              <Light light="red" /> <span className="ow-nums">{counts.red}</span>
            </button>
            <button type="button" className="ow-plain-button" onClick={() => onChange({ light: 'yellow' })}>
              <Light light="yellow" /> <span className="ow-nums">{counts.yellow}</span>
            </button>
          </span>
        )}
      </div>
    </>
  );
}
