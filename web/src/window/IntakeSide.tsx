import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../api/caseTypes.ts';
import type { Operation } from '../api/itemTypes.ts';
import type { Problem } from '../api/problem.ts';
import { CaseClocks } from '../cases/CaseClocks.tsx';
import { DocumentList } from '../components/DocumentList.tsx';
import { printOn } from '../devices/printOn.ts';
import { useDevices } from '../devices/useDevices.ts';
import { CaseBills } from '../fees/CaseBills.tsx';
import { RoutingPanel } from '../routing/RoutingPanel.tsx';
import { ThemePlan } from '../themes/ThemePlan.tsx';
import { IntakeActions } from './IntakeActions.tsx';
import { ProgressCode } from './ProgressCode.tsx';
import type { IntakeDraft } from './useIntakeDraft.ts';

export interface IntakeSideProps {
  view: CaseView;
  draft: IntakeDraft;
  operation: Operation | undefined;
  /** Told what the server refused to receive, so that the page can show it at the fields; null clears it. */
  onRefused: (problem: Problem | null) => void;
  /** Called before an act, so that the last keystrokes are in the draft. */
  onBeforeAct: () => void;
  /** A material that is read beside the form. */
  preview?: ReactNode;
}

/** What the clerk can do now, the clocks and the sealed documents. */
export function IntakeSide({
  view,
  draft,
  operation,
  onRefused,
  onBeforeAct,
  preview = null,
}: IntakeSideProps) {
  const { t } = useTranslation();
  const { bridge } = useDevices();
  const title = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <aside className="ow-stack ow-side" aria-label={t('window.side')}>
      {preview}
      <Card title={title(t('window.actions'))}>
        <IntakeActions
          view={view}
          draft={draft}
          operation={operation}
          onRefused={onRefused}
          onBeforeAct={onBeforeAct}
        />
      </Card>
      {view.isTheme ? (
        <Card title={title(t('theme.plan'))}>
          <ThemePlan caseId={view.id} version={view.version} />
        </Card>
      ) : null}
      {view.family ? (
        <p>
          <Link to={`/window/cases/${view.family.themeCaseId}`}>
            {t('theme.partOf', { caseNo: view.family.themeCaseNo })}
          </Link>
        </p>
      ) : null}
      {view.state === 'draft' ? null : (
        <>
          <CaseBills caseId={view.id} />
          <Card title={title(t('common.document.title'))}>
            <DocumentList
              caseId={view.id}
              onPrint={(pdf) => printOn(bridge, { name: view.caseNo ?? view.id, pdf })}
            />
          </Card>
          {view.isTheme || view.engineState === 'none' ? null : (
            <Card title={title(t('routing.title'))}>
              <RoutingPanel caseId={view.id} />
            </Card>
          )}
          <Card title={title(t('common.clock.title'))}>
            <CaseClocks caseId={view.id} />
          </Card>
          <Card title={title(t('window.progressCode'))}>
            <ProgressCode token={view.progressToken} />
          </Card>
        </>
      )}
    </aside>
  );
}
