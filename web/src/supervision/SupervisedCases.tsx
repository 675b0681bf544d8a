import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listSupervised } from '../api/supervision.ts';
import type { Department, LightColour, Text } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CaseTable } from '../cases/CaseTable.tsx';
import { Light } from '../components/Light.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

const lights: LightColour[] = ['red', 'yellow', 'green', 'paused'];

/** The cases behind a number of the board; light, department and item stay in the address. */
export function SupervisedCases({
  departments,
  items,
}: {
  departments: Department[];
  items: { packCode: string; name: Text }[];
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const light = search.get('light') ?? '';
  const department = search.get('department') ?? '';
  const item = search.get('item') ?? '';
  const cases = useInfiniteQuery({
    queryKey: ['supervision', 'cases', light, department, item],
    queryFn: ({ pageParam }) => listSupervised({ light, department, item, cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const set = (key: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      value === '' ? next.delete(key) : next.set(key, value);
      return next;
    });
  return (
    <Card
      title={<h2 className="ow-card-title">{t('supervision.cases')}</h2>}
      extra={<Button onClick={() => setSearch({})}>{t('supervision.closeList')}</Button>}
    >
      <div className="ow-row" style={{ marginBottom: 12 }}>
        <Select
          aria-label={t('case.light')}
          value={light}
          style={{ minWidth: 150 }}
          onChange={(value: string) => set('light', value)}
          options={[
            { value: '', label: t('inbox.anyLight') },
            ...lights.map((one) => ({ value: one, label: <Light light={one} /> })),
          ]}
        />
        <Select
          aria-label={t('case.department')}
          value={department}
          style={{ minWidth: 260 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set('department', value)}
          options={[
            { value: '', label: t('supervision.anyDepartment') },
            ...departments.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <Select
          aria-label={t('supervision.period.item')}
          value={item}
          style={{ minWidth: 220 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => set('item', value)}
          options={[
            { value: '', label: t('supervision.anyItem') },
            ...items.map((one) => ({ value: one.packCode, label: say(one.name) })),
          ]}
        />
      </div>
      <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
      <CaseTable
        caption={t('supervision.cases')}
        cases={cases.data?.pages.flatMap((page) => page.items)}
        empty={t('supervision.noCases')}
        linkTo={(one) => `/cases/${one.id}`}
        showDepartment
      />
      {cases.hasNextPage ? (
        <Button loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </Card>
  );
}
