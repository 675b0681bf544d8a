import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Result } from '../api/evaluation.ts';
import { useAddressQuery } from '../app/useAddressQuery.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { periodText, pointsText, rankText, standingText } from './evaluationTexts.ts';

/** A list that is longer can be searched. */
const mostWithoutSearch = 15;

/** Everybody with rank, score and the points of each figure; the name leads to the arithmetic. One table a group. */
export function ResultTable({ result }: { result: Result }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [search, set] = useAddressQuery();
  const { kind, period, indicators, published } = result;
  const wanted = search.get('name') ?? '';
  const items = result.items.filter(({ name, department }) =>
    `${name} ${department.name}`.includes(wanted.trim()),
  );
  const groups = [...new Set(items.map(({ group }) => group))];
  const revision = published === null ? '' : `?revision=${published.revision}`;
  const ofPeople = kind !== 'department';
  const columns = [
    t(`evaluation.subject.${kind}`),
    ...(ofPeople ? [t('case.department')] : []),
    t('evaluation.rank'),
    t('evaluation.score'),
    ...indicators.map(({ name, weight }) => t('evaluation.weighted', { name: say(name), weight })),
  ];
  return (
    <>
      {result.items.length <= mostWithoutSearch ? null : (
        <Field id={`name-${kind}`} label={t(`evaluation.find.${ofPeople ? 'person' : 'department'}`)}>
          <Input
            id={`name-${kind}`}
            className="ow-evaluation-find"
            allowClear
            value={wanted}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      )}
      <p className="ow-evaluation-narrow ow-muted ow-small">{t('evaluation.narrow')}</p>
      {groups.length === 0 ? <EmptyState text={t('evaluation.find.none')} /> : null}
      {groups.map((group) => (
        <section key={group} className={`ow-evaluation-table${ofPeople ? ' ow-evaluation-people' : ''}`}>
          {ofPeople ? null : <h2 className="ow-card-title">{t(`evaluation.group.${group}`)}</h2>}
          <CardTable
            caption={t('evaluation.caption', {
              group: t(`evaluation.group.${group}`),
              period: periodText(period, t),
            })}
            columns={columns}
            rows={items
              .filter((line) => line.group === group)
              .map((line) => ({
                key: line.subjectId,
                cells: [
                  <Link
                    key="link"
                    to={`/evaluation/${kind}/${period}/${encodeURIComponent(line.subjectId)}${revision}`}
                  >
                    {line.name}
                  </Link>,
                  ...(ofPeople ? [line.department.name] : []),
                  <span key="rank" className="ow-nowrap">
                    {rankText(line, t)}
                  </span>,
                  <span key="score">
                    <strong>{pointsText(line.score)}</strong>
                    {line.before === null ? null : (
                      <span className="ow-small ow-muted">
                        {' '}
                        {t('evaluation.before', { standing: standingText(line.before, t) })}
                      </span>
                    )}
                  </span>,
                  ...indicators.map(({ id }) => pointsText(line.points[id] ?? null)),
                ],
              }))}
          />
        </section>
      ))}
    </>
  );
}
