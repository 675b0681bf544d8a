import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listPacks } from '../api/packs.ts';
import type { PackListItem } from '../api/packTypes.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ImportPackButton } from './ImportPackButton.tsx';
import { NewPackDialog } from './NewPackDialog.tsx';
import { PackFilterBar } from './PackFilterBar.tsx';
import { filterPacks, findingsOf, lastChange, readPackFilter, writePackFilter } from './packFilter.ts';

/** All service packs with their live version. */
export function PackListPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const mayPublish = useUser().roles.includes('designer');
  const [making, setMaking] = useState(false);
  const [search, setSearch] = useSearchParams();
  const packs = useQuery({ queryKey: ['packs'], queryFn: listPacks });
  if (packs.data === undefined) {
    return packs.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={packs.error} onRetry={() => void packs.refetch()} />
    );
  }
  const make = mayPublish ? (
    <>
      <ImportPackButton />
      <Button onClick={() => setMaking(true)}>{t('designer.new.open')}</Button>
    </>
  ) : null;
  const filter = readPackFilter(search);
  const shown = filterPacks(packs.data.items, filter);
  return (
    <Page title={t('designer.title')} extra={make}>
      <Card>
        <PackFilterBar
          filter={filter}
          onChange={(changed) => setSearch(writePackFilter(changed), { replace: true })}
        />
        <p role="status" className="ow-muted">
          {t('together.list.shown', { count: shown.length, all: packs.data.items.length })}
        </p>
        {packs.data.items.length === 0 ? (
          <EmptyState text={t('designer.none')} />
        ) : shown.length === 0 ? (
          <EmptyState text={t('together.list.nothing')} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
          <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('designer.title')}>
            <table className="ow-plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('designer.pack')}</th>
                  <th scope="col">{t('case.department')}</th>
                  <th scope="col">{t('designer.version')}</th>
                  <th scope="col">{t('together.list.changed')}</th>
                  <th scope="col">{t('designer.note')}</th>
                  <th scope="col">{t('together.list.findings')}</th>
                  <th scope="col">{t('designer.running')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((pack) => (
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
                      {formatInstant(lastChange(pack), language)}
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
                    <td className="ow-nums">
                      <Findings pack={pack} />
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

/** What the check found in drafts: what is published has no errors. */
function Findings({ pack }: { pack: PackListItem }) {
  const { t } = useTranslation();
  const { errors, warnings } = findingsOf(pack);
  if (errors + warnings === 0) return '—';
  return (
    <>
      {errors > 0 ? <Tag color="red">{t('together.errors', { count: errors })}</Tag> : null}
      {warnings > 0 ? <Tag>{t('together.warnings', { count: warnings })}</Tag> : null}
    </>
  );
}
