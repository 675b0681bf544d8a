import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseFileSummary } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

const columns = ['number', 'matter', 'place', 'stage', 'unit', 'round', 'light'] as const;

/** Case files as a plain table; on a phone each row is a card, its cells named. */
export function CaseFileTable({ files }: { files: readonly CaseFileSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const caption = t('dispatch.files.title');
  const head = (key: string) => t(`dispatch.files.column.${key}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table ow-case-files">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {head(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((one) => (
            <tr key={one.id}>
              <td className="ow-nums">
                <Link to={`/cases/${one.id}`}>{one.caseNo}</Link>
                <div className="ow-small ow-muted">{formatInstant(one.receivedAt, language)}</div>
              </td>
              <td data-label={head('matter')}>
                {one.category === null ? say(one.itemName) : say(one.category)}
                <div className="ow-small ow-muted">
                  {say(one.source)}
                  {one.level === null ? '' : ` · ${say(one.level)}`}
                  {one.reports > 1 ? ` · ${t('dispatch.duplicate.reports', { reports: one.reports })}` : ''}
                </div>
              </td>
              <td data-label={head('place')}>
                {one.place.text}
                <div className="ow-small ow-muted">{one.place.area.name}</div>
              </td>
              <td data-label={head('stage')}>
                {one.end === null ? t(`dispatch.stage.${one.stage}`) : t(`dispatch.end.${one.end}`)}
                <div className="ow-small ow-muted">{one.currentSteps.map(say).join(' · ')}</div>
              </td>
              <td data-label={head('unit')}>{one.unit?.name ?? '—'}</td>
              <td className="ow-nums" data-label={head('round')}>
                {one.round}
              </td>
              <td className="ow-nums" data-label={head('light')}>
                {one.light === null ? '—' : <Light light={one.light} />}
                {one.end !== null || one.dueAt === null ? null : (
                  <div className="ow-small ow-muted">
                    {one.suspendedUntil === null
                      ? formatInstant(one.dueAt, language)
                      : t('dispatch.files.suspended', { day: one.suspendedUntil })}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
