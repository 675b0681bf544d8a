import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { exportHappened, exportSupervised, listHappened, listSupervised } from '../api/supervision.ts';
import { ages } from '../api/supervisionTypes.ts';
import type { Department, Text } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CaseTable } from '../cases/CaseTable.tsx';
import type { FileFormat } from '../components/FormatButtons.tsx';
import { Light } from '../components/Light.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { levelOrder, lightOrder } from './lights/crossOf.ts';
import { spanIn } from './period/presets.ts';
import { FileExport } from './TableExport.tsx';
import { drills, ever, useDrill } from './useDrill.ts';

const figures = ['received', 'accepted', 'decided', 'onTime', 'late'] as const;

/**
 * The cases behind a number of the cockpit: open ones by light or age, or those counted in a span of days. All of it stands in the
 * address; a new list is brought into sight.
 */
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
  const navigate = useNavigate();
  const without = useDrill()({});
  const place = useRef<HTMLDivElement>(null);
  const [light, department, level, item, age, figure, day = ''] = drills.map((key) => search.get(key) ?? '');
  const always = day === ever;
  const { from, to } = day === '' ? spanIn(search) : { from: day, to: day };
  const span = always ? {} : { from, to };
  const counted = figure !== '';
  const cases = useInfiniteQuery({
    queryKey: ['supervision', 'cases', light, department, level, item, age, figure, counted ? span : ''],
    queryFn: ({ pageParam }) => {
      const page = { department, item, cursor: pageParam, limit: 50 };
      return counted
        ? listHappened({ ...page, figure, ...span })
        : listSupervised({ ...page, light, level, age });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const take = counted
    ? (format: FileFormat) => exportHappened({ department, item, figure, ...span, format })
    : (format: FileFormat) => exportSupervised({ department, item, light, level, age, format });
  const which = drills.map((key) => search.get(key) ?? '').join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is brought into sight
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [which]);
  const set = (key: (typeof drills)[number], value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      value === '' ? next.delete(key) : next.set(key, value);
      // A list shows what has a light or what is so far from due.
      if (key === 'age' && value !== '') next.delete('light');
      if (key === 'light' && value !== '') next.delete('age');
      return next;
    });
  const choice = (
    key: (typeof drills)[number],
    label: string,
    options: { value: string; label: React.ReactNode }[],
    width: number,
  ) => (
    <Select
      aria-label={label}
      value={search.get(key) ?? ''}
      style={{ minWidth: width }}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string) => set(key, value)}
      options={options}
    />
  );
  return (
    <div ref={place}>
      <Card
        title={<h2 className="ow-card-title">{t('supervision.cases')}</h2>}
        extra={<Button onClick={() => navigate(without)}>{t('supervision.closeList')}</Button>}
      >
        <div className="ow-row" style={{ marginBottom: 12 }}>
          {counted
            ? choice(
                'figure',
                t('supervision.period.figure'),
                figures.map((value) => ({ value, label: t(`supervision.period.${value}`) })),
                130,
              )
            : choice(
                'light',
                t('case.light'),
                [
                  { value: '', label: t('inbox.anyLight') },
                  ...lightOrder.map((one) => ({ value: one, label: <Light light={one} /> })),
                ],
                130,
              )}
          {counted
            ? null
            : choice(
                'age',
                t('supervision.ages.age'),
                [
                  { value: '', label: t('supervision.ages.any') },
                  ...ages.map((value) => ({ value, label: t(`supervision.ages.${value}`) })),
                ],
                150,
              )}
          {counted
            ? null
            : choice(
                'level',
                t('supervision.level'),
                [
                  { value: '', label: t('supervision.cross.anyLevel') },
                  ...levelOrder.map((value) => ({ value, label: t(`common.level.${value}`) })),
                ],
                110,
              )}
          {choice(
            'department',
            t('case.department'),
            [
              { value: '', label: t('supervision.anyDepartment') },
              ...departments.map((one) => ({ value: one.id, label: one.name })),
            ],
            240,
          )}
          {choice(
            'item',
            t('supervision.period.item'),
            [
              { value: '', label: t('supervision.anyItem') },
              ...items.map((one) => ({ value: one.packCode, label: say(one.name) })),
            ],
            200,
          )}
          {counted ? (
            <span className="ow-muted">
              {always ? t('supervision.period.ever') : t('supervision.period.span', { from, to })}
            </span>
          ) : null}
          <span className="ow-grow" />
          {cases.data?.pages[0]?.items.length === 0 ? null : (
            <FileExport name={t('supervision.cases')} take={take} />
          )}
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
    </div>
  );
}
