import { useQuery } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { deleteOwnDraft, listOwnCases, type OwnSummary } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CaseStateTag } from '../components/CaseStateTag.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** One's own applications: those to go on with, those under way, those that are done. */
export function OwnCasesPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { modal } = App.useApp();
  const cases = useQuery({ queryKey: ['portal', 'cases'], queryFn: listOwnCases, staleTime: 0 });
  const remove = useAction({
    run: (one: OwnSummary) => deleteOwnDraft(one.id),
    success: t('portal.cases.deleted'),
    done: () => cases.refetch().then(() => undefined),
  });
  const askRemove = (one: OwnSummary) =>
    modal.confirm({
      title: t('portal.cases.deleteTitle', { name: say(one.itemName) }),
      content: t('portal.cases.deleteText'),
      okText: t('portal.cases.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(one).catch(() => undefined),
    });
  return (
    <Page title={t('portal.cases.title')} plain>
      <Card>
        <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />
        {cases.isPending ? <LoadingState /> : null}
        {cases.data?.items.length === 0 ? (
          <>
            <EmptyState text={t('portal.cases.none')} />
            <Link to="/portal">{t('portal.home.title')}</Link>
          </>
        ) : null}
        <ul className="ow-list">
          {(cases.data?.items ?? []).map((one) => (
            <li key={one.id}>
              <div className="ow-row">
                <Link
                  className="ow-portal-item ow-grow"
                  to={one.state === 'draft' ? `/portal/cases/${one.id}/answers/1` : `/portal/cases/${one.id}`}
                >
                  {say(one.itemName)}
                </Link>
                <CaseStateTag state={one.state} decision={one.decision ?? undefined} />
              </div>
              <div className="ow-muted ow-nums">
                {one.applicantName} ·{' '}
                {one.caseNo ?? t('portal.cases.savedAt', { at: formatInstant(one.updatedAt, language) })}
              </div>
              {one.state === 'draft' ? (
                <Button type="link" danger className="ow-link" onClick={() => askRemove(one)}>
                  {t('portal.cases.delete')}
                  <span className="ow-hidden">{say(one.itemName)}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
