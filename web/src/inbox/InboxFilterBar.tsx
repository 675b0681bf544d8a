import { Button, Input, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet, Facets } from '../api/people.ts';
import type { TaskCounts } from '../api/taskTypes.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Light } from '../components/Light.tsx';
import { type InboxFilters, type InboxView, inboxViews } from './inboxFilters.ts';

export interface InboxFilterBarProps {
  filters: InboxFilters;
  counts: TaskCounts | undefined;
  /** What occurs in the view. */
  facets: Facets | undefined;
  onChange: (change: Partial<InboxFilters>) => void;
}

const ofSupervisor: readonly InboxView[] = ['all', 'watched'];

/** Views with counts, and what narrows them: number, applicant, item, step, area, light. */
export function InboxFilterBar({ filters, counts, facets, onChange }: InboxFilterBarProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const supervises = useUser().roles.includes('supervisor');
  const countOf: Partial<Record<InboxView, number | undefined>> = {
    mine: counts?.mine,
    department: counts?.department,
    claimed: counts?.claimed,
    watched: counts?.watched,
    absent: counts?.absent,
  };
  const views = inboxViews.filter((view) => !supervises || ofSupervisor.includes(view));
  const choice = (key: 'packCode' | 'stepKey' | 'area', label: string, any: string, list?: Facet[]) => (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={filters[key]}
      onChange={(value: string) => onChange({ [key]: value })}
      options={[
        { value: '', label: any },
        ...(list ?? []).map((one) => ({ value: one.key, label: `${say(one.name)} (${one.count})` })),
        ...(filters[key] === '' || (list ?? []).some((one) => one.key === filters[key])
          ? []
          : [{ value: filters[key], label: filters[key] }]),
      ]}
      popupMatchSelectWidth={false}
      className="ow-desk-choice"
    />
  );
  return (
    <>
      <Tabs
        activeKey={filters.view}
        onChange={(view) => onChange({ view: view as InboxView })}
        items={views.map((view) => ({
          key: view,
          label:
            countOf[view] === undefined
              ? t(`inbox.view.${view}`)
              : `${t(`inbox.view.${view}`)} (${countOf[view]})`,
        }))}
      />
      <div
        className={open ? 'ow-row ow-desk-filters ow-desk-open' : 'ow-row ow-desk-filters'}
        role="search"
        aria-label={t('inbox.filters')}
      >
        <Input.Search
          key={`number ${filters.caseNo}`}
          allowClear
          defaultValue={filters.caseNo}
          aria-label={t('case.number')}
          placeholder={t('desk.numberBegins')}
          onSearch={(text) => onChange({ caseNo: text.replaceAll(/\D/g, '') })}
          className="ow-desk-search"
        />
        <Button className="ow-desk-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('desk.moreFilters')}
        </Button>
        <Input.Search
          key={`applicant ${filters.applicant}`}
          allowClear
          defaultValue={filters.applicant}
          aria-label={t('desk.applicant')}
          placeholder={t('desk.applicantExact')}
          onSearch={(text) => onChange({ applicant: text.trim() })}
          className="ow-desk-search"
        />
        {choice('packCode', t('case.item'), t('inbox.anyItem'), facets?.items)}
        {choice('stepKey', t('inbox.step'), t('desk.anyStep'), facets?.steps)}
        {choice('area', t('desk.column.area'), t('desk.anyArea'), facets?.areas)}
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
          className="ow-desk-light"
        />
        {counts === undefined ? null : (
          <span className="ow-row">
            {(['red', 'yellow'] as const).map((light) => (
              <button
                key={light}
                type="button"
                className="ow-plain-button"
                onClick={() => onChange({ light })}
              >
                <Light light={light} /> <span className="ow-nums">{counts[light]}</span>
              </button>
            ))}
          </span>
        )}
      </div>
    </>
  );
}
