import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { readCase } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import { hasRole, officers, routingReaders } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { Appeals } from '../appeals/Appeals.tsx';
import { CaseComments } from '../comments/CaseComments.tsx';
import { CaseStateTag } from '../components/CaseStateTag.tsx';
import { DocumentList } from '../components/DocumentList.tsx';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { CaseFileFacts } from '../dispatch/CaseFileFacts.tsx';
import { CaseBills } from '../fees/CaseBills.tsx';
import { Objections } from '../notices/Objections.tsx';
import { CasePublication } from '../publication/CasePublication.tsx';
import { RoutingPanel } from '../routing/RoutingPanel.tsx';
import { CaseFindings } from '../supervision/CaseFindings.tsx';
import { UrgeDialog } from '../supervision/UrgeDialog.tsx';
import { ThemePlan } from '../themes/ThemePlan.tsx';
import { RatingCode } from '../window/RatingCode.tsx';
import { Amendments } from './Amendments.tsx';
import { CaseApplication } from './CaseApplication.tsx';
import { CaseClocks } from './CaseClocks.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseLicenses } from './CaseLicenses.tsx';
import { CaseProgress } from './CaseProgress.tsx';
import { CaseSubmissions } from './CaseSubmissions.tsx';
import { ExpertPanels } from './ExpertPanels.tsx';
import { ExtensionDialog } from './ExtensionDialog.tsx';
import { JointOpinions } from './JointOpinions.tsx';
import { MaterialViewer } from './MaterialViewer.tsx';
import { RelatedCases } from './RelatedCases.tsx';
import { Remakes, TakenBack } from './Remakes.tsx';
import { UnmaskPerson } from './UnmaskPerson.tsx';

/** One case to read: where it is, its clocks, documents, licenses and everything that happened. */
export function CasePage() {
  const { id = '' } = useParams();
  const view = useQuery({ queryKey: ['case', id], queryFn: () => readCase(id) });
  // A theme's case shows what happens in its items.
  const alone = view.data?.isTheme === false;
  useLiveUpdates(['case', 'task'], [['case', id]], alone ? { caseId: id } : {});
  if (view.data === undefined) {
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  }
  return <CaseConsole view={view.data} />;
}

function CaseConsole({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const [search] = useSearchParams();
  const [dialog, setDialog] = useState<'urge' | 'extend' | null>(null);
  const title = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <Page
      title={view.caseNo === null ? say(view.itemName) : t('case.numberIs', { caseNo: view.caseNo })}
      trail={[{ label: t('case.title') }]}
      extra={
        <>
          <CaseStateTag state={view.state} decision={view.decision?.kind} />
          {view.light === null ? null : <Light light={view.light} />}
          {view.actions.includes('urge') ? (
            <Button onClick={() => setDialog('urge')}>{t('supervision.urge.open')}</Button>
          ) : null}
          {user.roles.includes('supervisor') ? <UnmaskPerson view={view} /> : null}
          {view.actions.includes('extend') ? (
            <Button onClick={() => setDialog('extend')}>{t('case.extension.open')}</Button>
          ) : null}
          {user.roles.includes('clerk') && ['draft', 'received', 'supplementing'].includes(view.state) ? (
            <Link to={`/window/cases/${view.id}`}>{t('case.toWindow')}</Link>
          ) : null}
          {view.state === 'accepted' && view.actions.includes('upload') ? (
            <Link to={`/window/cases/${view.id}`}>{t('window.waived.supply')}</Link>
          ) : null}
        </>
      }
    >
      <div className="ow-split">
        <div className="ow-stack">
          <Card title={title(say(view.itemName))}>
            <Facts
              entries={[
                [t('case.applicant'), view.applicantName],
                [t('case.department'), view.department.name],
                [
                  t('case.receivedAt'),
                  view.receivedAt === null ? null : formatInstant(view.receivedAt, language),
                ],
                [t('case.due'), view.dueAt === null ? null : formatInstant(view.dueAt, language)],
                [t('case.acceptance'), view.deemedAccepted ? t('case.deemedAccepted') : null],
                [t('case.steps'), view.currentSteps.map(say).join(' · ')],
                [t('case.engine'), view.engineState === 'pending' ? t('case.enginePending') : null],
                [
                  t('migration.packVersion'),
                  view.migratingTo === null
                    ? t('migration.version', { version: view.packVersion })
                    : t('migration.underWay', { version: view.migratingTo }),
                ],
                [t('case.decision'), view.decision ? t(`common.decision.${view.decision.kind}`) : null],
                [t('case.decisionReason'), view.decision?.reason],
                [
                  t('commitment.title'),
                  view.commitment ? t(`commitment.state.${view.commitment.state}`) : null,
                ],
                [
                  t(view.decision?.annulled?.outcome === 'changed' ? 'case.changed' : 'case.annulled'),
                  view.decision?.annulled ? <TakenBack key="a" annulled={view.decision.annulled} /> : null,
                ],
                [
                  t('case.amended'),
                  view.decision?.amendments?.length ? (
                    <Amendments key="m" amendments={view.decision.amendments} />
                  ) : null,
                ],
                [t('case.remakes'), view.remakes ? <Remakes key="r" remakes={view.remakes} /> : null],
                [
                  t('theme.title'),
                  view.family ? (
                    <Link key="f" to={`/cases/${view.family.themeCaseId}`}>
                      {view.family.themeCaseNo}
                    </Link>
                  ) : null,
                ],
              ]}
            />
          </Card>
          {view.caseFile ? (
            <Card title={title(t('dispatch.fact.tab'))}>
              <CaseFileFacts caseId={view.id} />
            </Card>
          ) : null}
          <Objections caseId={view.id} />
          {view.decision ? <CasePublication caseId={view.id} /> : null}
          <CaseFindings caseId={view.id} />
          {view.decision ? <Appeals caseId={view.id} /> : null}
          <Card>
            <Tabs
              defaultActiveKey={search.get('tab') ?? 'events'}
              items={[
                { key: 'events', label: t('case.events'), children: <CaseHistory caseId={view.id} /> },
                {
                  key: 'application',
                  label: t('task.tab.application'),
                  children: <CaseApplication view={view} />,
                },
                {
                  key: 'submissions',
                  label: t('case.submissions'),
                  children: <CaseSubmissions caseId={view.id} />,
                },
                {
                  key: 'materials',
                  label: t('task.tab.materials'),
                  children: <MaterialViewer view={view} />,
                },
                ...(hasRole(user, officers) && view.state !== 'draft'
                  ? [
                      {
                        key: 'comments',
                        label: t('desk.comment.tab'),
                        children: <CaseComments caseId={view.id} />,
                      },
                      {
                        key: 'related',
                        label: t('desk.related.tab'),
                        children: <RelatedCases caseId={view.id} licenses={[]} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </div>
        <aside className="ow-stack" aria-label={t('case.aside')}>
          {view.state === 'draft' || !hasRole(user, routingReaders) ? null : <CaseBills caseId={view.id} />}
          {view.isTheme ? (
            <Card title={title(t('theme.plan'))}>
              <ThemePlan caseId={view.id} version={view.version} />
            </Card>
          ) : (
            <CaseProgress token={view.progressToken} />
          )}
          {user.roles.includes('clerk') && ['decided', 'delivered', 'notAccepted'].includes(view.state) ? (
            <RatingCode token={view.progressToken} />
          ) : null}
          {view.joint.length === 0 ? null : (
            <Card title={title(t('case.joint.title'))}>
              <JointOpinions joint={view.joint} />
            </Card>
          )}
          {view.panels.length === 0 ? null : (
            <Card title={title(t('case.panel.title'))}>
              <ExpertPanels panels={view.panels} />
            </Card>
          )}
          {view.isTheme || view.engineState === 'none' || !hasRole(user, routingReaders) ? null : (
            <Card title={title(t('routing.title'))}>
              <RoutingPanel caseId={view.id} />
            </Card>
          )}
          <Card title={title(t('common.clock.title'))}>
            <CaseClocks caseId={view.id} />
          </Card>
          <Card title={title(t('common.document.title'))}>
            <DocumentList caseId={view.id} />
          </Card>
          {view.licenses.length === 0 ? null : (
            <Card title={title(t('case.licenses'))}>
              <CaseLicenses licenses={view.licenses} />
            </Card>
          )}
        </aside>
      </div>
      {dialog === 'urge' ? (
        <UrgeDialog caseId={view.id} caseNo={view.caseNo} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'extend' ? (
        <ExtensionDialog caseId={view.id} caseNo={view.caseNo} onClose={() => setDialog(null)} />
      ) : null}
    </Page>
  );
}
