import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listPacks } from '../api/packs.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** All service packs with their live version. */
export function PackListPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const packs = useQuery({ queryKey: ['packs'], queryFn: listPacks });
  if (packs.data === undefined) {
    return packs.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={packs.error} onRetry={() => void packs.refetch()} />
    );
  }
  return (
    <Page title={t('designer.title')}>
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
                      {pack.published === null ? t('designer.unpublished') : `v${pack.published.version}`}
                    </td>
                    <td>
                      {pack.published === null ? '—' : formatInstant(pack.published.publishedAt, language)}
                      <div className="ow-small ow-muted">
                        {pack.published === null ? null : nameOf(pack.published.publishedBy)}
                      </div>
                    </td>
                    <td>{pack.published?.note}</td>
                    <td className="ow-nums">{pack.runningCases}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
    </Page>
  );
}
