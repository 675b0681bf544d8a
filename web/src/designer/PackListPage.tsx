import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listPacks } from '../api/packs.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { NewPackDialog } from './NewPackDialog.tsx';

/** All service packs with their live version. */
export function PackListPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const mayPublish = useUser().roles.includes('designer');
  const [making, setMaking] = useState(false);
  const packs = useQuery({ queryKey: ['packs'], queryFn: listPacks });
  if (packs.data === undefined) {
    return packs.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={packs.error} onRetry={() => void packs.refetch()} />
    );
  }
  const make = mayPublish ? <Button onClick={() => setMaking(true)}>{t('designer.new.open')}</Button> : null;
  return (
    <Page title={t('designer.title')} extra={make}>
      <Card>
        {packs.data.items.length === 0 ? (
          <EmptyState text={t('designer.none')} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
          <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('designer.title')}>
            <table className="ow-plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('designer.pack')}</th>
                  <th scope="col">{t('case.department')}</th>
                  <th scope="col">{t('designer.version')}</th>
                  <th scope="col">{t('designer.published')}</th>
                  <th scope="col">{t('designer.note')}</th>
                  <th scope="col">{t('designer.running')}</th>
                </tr>
              </thead>
              <tbody>
                {packs.data.items.map((pack) => (
                  <tr key={pack.packCode}>
                    <td>
                      <Link to={`/designer/${pack.packCode}`}>{say(pack.name)}</Link>
                      <div className="ow-small ow-muted">{pack.packCode}</div>
                    </td>
                    <td>{nameOf(pack.department)}</td>
                    <td className="ow-nums">
                      {pack.published === null ? t('designer.unpublished') : `v${pack.published.version}`}{' '}
                      {pack.published?.state === 'retired' ? (
                        <Tag color="red">{t('designer.state.retired')}</Tag>
                      ) : null}
                    </td>
                    <td>
                      {pack.published === null ? '—' : formatInstant(pack.published.publishedAt, language)}
                      <div className="ow-small ow-muted">
                        {pack.published === null ? null : nameOf(pack.published.publishedBy)}
                      </div>
                    </td>
                    <td>
                      {pack.published?.note}
                      {pack.drafts.map(({ by }) => (
                        <div key={by} className="ow-small ow-muted">
                          {t('designer.draftOf', { by })}
                        </div>
                      ))}
                    </td>
                    <td className="ow-nums">{pack.runningCases}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {making ? (
        <NewPackDialog
          packs={packs.data.items.filter(({ published }) => published !== null)}
          open
          onClose={() => setMaking(false)}
        />
      ) : null}
    </Page>
  );
}
