import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseFileSummary } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

const columns = ['number', 'matter', 'place', 'stage', 'unit', 'round', 'light'] as const;

/** Case files as a plain table; on a phone each row is a card, its cells named. */
export function CaseFileTable({ files }: { files: readonly CaseFileSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const caption = t('dispatch.files.title');
  const small = (text: ReactNode) => <div className="ow-small ow-muted">{text}</div>;
  return (
    <CardTable
      caption={caption}
      columns={columns.map((key) => t(`dispatch.files.column.${key}`))}
      rows={files.map((one) => ({
        key: one.id,
        cells: [
          <>
            <Link to={`/cases/${one.id}`}>{one.caseNo}</Link>
            {small(formatInstant(one.receivedAt, language))}
          </>,
          <>
            {one.category === null ? say(one.itemName) : say(one.category)}
            {small(
              [
                say(one.source),
                ...(one.level === null ? [] : [say(one.level)]),
                ...(one.reports > 1 ? [t('dispatch.duplicate.reports', { reports: one.reports })] : []),
              ].join(' · '),
            )}
          </>,
          <>
            {one.place.text}
            {small(one.place.area.name)}
          </>,
          <>
            {one.end === null ? t(`dispatch.stage.${one.stage}`) : t(`dispatch.end.${one.end}`)}
            {small(one.currentSteps.map(say).join(' · '))}
          </>,
          one.unit?.name ?? '—',
          one.round,
          <>
            {one.light === null ? '—' : <Light light={one.light} />}
            {one.end !== null || one.dueAt === null
              ? null
              : small(
                  one.suspendedUntil === null
                    ? formatInstant(one.dueAt, language)
                    : t('dispatch.files.suspended', { day: one.suspendedUntil }),
                )}
          </>,
        ],
      }))}
    />
  );
}
