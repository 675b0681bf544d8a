import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSchemes, type Scheme } from '../api/evaluation.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { SchemeDialog } from './SchemeDialog.tsx';
import './evaluation.css';

/** The rules of evaluation: what is counted, with which weight, how it is scored, who changed it and why. */
export function SchemePage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const [changing, setChanging] = useState<Scheme | null>(null);
  const schemes = useQuery({ queryKey: ['evaluation', 'schemes'], queryFn: listSchemes });
  if (schemes.data === undefined)
    return schemes.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={schemes.error} onRetry={() => void schemes.refetch()} />
    );
  const admin = hasRole(user, ['admin']);
  return (
    <Page
      title={t('evaluation.schemes.title')}
      {...(admin ? {} : { trail: [{ label: t('evaluation.title'), to: '/evaluation' }] })}
    >
      <p className="ow-muted">{t('evaluation.schemes.help')}</p>
      <div className="ow-stack">
        {schemes.data.items.map((scheme) => (
          <Card
            key={scheme.kind}
            title={<h2 className="ow-card-title">{say(scheme.name)}</h2>}
            extra={
              <span className="ow-row">
                <Tag>{t('evaluation.schemes.versionIs', { version: scheme.version })}</Tag>
                {admin ? (
                  <Button size="small" onClick={() => setChanging(scheme)}>
                    {t('records.rules.change')}
                    <span className="ow-hidden">{say(scheme.name)}</span>
                  </Button>
                ) : null}
              </span>
            }
          >
            <SchemeTable scheme={scheme} />
            <Trail scheme={scheme} />
          </Card>
        ))}
      </div>
      {changing === null ? null : (
        <SchemeDialog
          scheme={changing}
          onClose={() => {
            setChanging(null);
            void schemes.refetch();
          }}
        />
      )}
    </Page>
  );
}

function SchemeTable({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <>
      <CardTable
        caption={say(scheme.name)}
        columns={[
          t('evaluation.indicator'),
          t('evaluation.weight'),
          t('evaluation.schemes.scoring'),
          t('evaluation.schemes.counts'),
        ]}
        rows={scheme.indicators.map((one) => ({
          key: one.id,
          cells: [
            say(one.name),
            one.weight === 0 ? t('evaluation.schemes.off') : one.weight,
            one.parameters
              .map(({ name, value }) => t('evaluation.schemes.parameter', { name: say(name), value }))
              .join(t('evaluation.schemes.and')),
            say(one.counts),
          ],
        }))}
      />
      <p className="ow-small">
        {t('evaluation.schemes.parameter', {
          name: say(scheme.minimum.name),
          value: scheme.minimum.value,
        })}
      </p>
    </>
  );
}

function Trail({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  if (scheme.changes.length === 0) return null;
  return (
    <section aria-label={t('evaluation.schemes.trail')}>
      <h3 className="ow-evaluation-heading">{t('evaluation.schemes.trail')}</h3>
      <ul className="ow-list">
        {scheme.changes.map((change) => (
          <li key={change.at} className="ow-small">
            <div>
              {t('records.rules.changedBy', {
                by: change.by,
                at: formatInstant(change.at, language),
                reason: change.reason,
              })}
            </div>
            {change.lines.map((line) => (
              <div key={`${line.name.en} ${line.of?.en ?? ''}`} className="ow-muted">
                {t('evaluation.schemes.changedLine', {
                  name: say(line.name),
                  of: line.of === null ? t('evaluation.weight') : say(line.of),
                  from: line.from,
                  to: line.to,
                })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
