import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Alert } from '../../api/alerts.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { formatInstant } from '../../components/formats.ts';
import { LightIcon } from '../../components/Light.tsx';
import './alerts.css';

const recordPaths = { finding: 'findings', order: 'orders', card: 'cards' } as const;

/** One message: what, of which case or record, to whom, since when; and who has taken note. */
export function AlertLine({ alert, busy, onTake }: { alert: Alert; busy: boolean; onTake: () => void }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { text, step, caseId, caseNo, record, department, audience, dueAt, at, acknowledged } = alert;
  const light = step === 'red' || step === 'yellow' ? step : undefined;
  const [told, owed] = [formatInstant(at, language), formatInstant(dueAt, language)];
  return (
    <li>
      <div className="ow-row">
        {light === undefined ? null : (
          <span className={`ow-light ow-light-${light}`}>
            <LightIcon light={light} />
          </span>
        )}
        <strong className="ow-alert-text">{say(text)}</strong>
        {caseId === '' ? null : <Link to={`/cases/${caseId}`}>{t('case.numberIs', { caseNo })}</Link>}
        {record === null ? null : (
          <Link
            to={
              record.kind === 'appeal'
                ? `/evaluation/appeals/${record.id}`
                : `/supervision/${recordPaths[record.kind]}/${encodeURIComponent(record.id)}`
            }
          >
            {t(`supervision.alerts.about.${record.kind}`)}
          </Link>
        )}
        {alert.mayAcknowledge ? (
          <Button
            size="small"
            disabled={busy}
            aria-label={t('supervision.alerts.takeOf', { text: say(text), caseNo })}
            onClick={onTake}
          >
            {t('supervision.alerts.take')}
          </Button>
        ) : null}
      </div>
      <div className="ow-small ow-muted">
        {department.name} · {t('supervision.alerts.to', { names: audience.map(say).join(' · ') })} ·{' '}
        {t('supervision.alerts.at', { at: told })}
        {owed === told ? null : ` · ${t('supervision.alerts.due', { at: owed })}`}
        {acknowledged === null
          ? null
          : ` · ${t('supervision.alerts.takenBy', {
              name: acknowledged.by,
              department: acknowledged.department.name,
              at: formatInstant(acknowledged.at, language),
            })}`}
      </div>
    </li>
  );
}
