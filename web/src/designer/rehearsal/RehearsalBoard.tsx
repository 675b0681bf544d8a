import type { ScenarioStart } from '@onewindow/designer/scenarios';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalAct, Scene } from '../../api/rehearsals.ts';
import type { FormData } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CaseStateTag } from '../../components/CaseStateTag.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { IntakeStart } from './IntakeStart.tsx';
import { ReportStart } from './ReportStart.tsx';
import { SceneSide } from './SceneSide.tsx';
import { TaskCard, taskTitle } from './TaskCard.tsx';
import { TimeBar } from './TimeBar.tsx';
import { useFocusAfterAct } from './useFocusAfterAct.ts';
import type { Rehearsal } from './useRehearsal.ts';
import { WindowActs } from './WindowActs.tsx';

/** A rehearsal: on the left what can be done now and by whom, on the right what came of it. */
export function RehearsalBoard({
  scene,
  rehearsal,
  starts,
}: {
  scene: Scene;
  rehearsal: Rehearsal;
  starts: readonly ScenarioStart[];
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { busy, error } = rehearsal;
  const [tried, setTried] = useState('');
  const typed = useRef(new Map<string, FormData>());
  const act = (key: string) => async (one: RehearsalAct) => {
    setTried(key);
    return rehearsal.act(one);
  };
  const tasks = new Set(scene.tasks.map(({ id }) => id));
  const [triedTask = '', about] = tried.split(' ');
  useFocusAfterAct(busy, triedTask);
  const failed = scene.failures.map((failure) => say(failure));
  return (
    <>
      <TimeBar scene={scene} busy={busy} onAct={act('time')} />
      {failed.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('rehearsal.failed')}
          description={
            <ul>
              {failed.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          }
        />
      )}
      {tasks.has(triedTask) ? null : <ProblemAlert error={error} />}
      <div className="ow-beside">
        <div className="ow-stack">
          {scene.case === null ? (
            <Card
              size="small"
              title={
                <h2 className="ow-card-title">
                  {t(scene.kind === 'dispatch' ? 'rehearsal.report.title' : 'rehearsal.intake')}
                </h2>
              }
            >
              {scene.kind === 'dispatch' ? (
                <ReportStart
                  scene={scene}
                  busy={busy}
                  error={error}
                  onReport={(report, begin) => void rehearsal.act(report, begin)}
                />
              ) : (
                <IntakeStart
                  scene={scene}
                  starts={starts}
                  busy={busy}
                  error={error}
                  onReceive={(start, startAt, commit) =>
                    void rehearsal.act(commit ? { act: 'commit' } : { act: 'receive' }, { start, startAt })
                  }
                />
              )}
            </Card>
          ) : (
            <>
              <Card
                size="small"
                title={
                  <h2 className="ow-card-title" id="rehearsed-case" tabIndex={-1}>
                    {t('rehearsal.case')}
                  </h2>
                }
              >
                <div className="ow-row" style={{ marginBottom: 8 }}>
                  <span className="ow-nums">{scene.case.caseNo}</span>
                  <CaseStateTag state={scene.case.state} decision={scene.case.decision?.kind} />
                  <span className="ow-muted">{scene.case.department.name}</span>
                </div>
                {scene.kind === 'dispatch' ? null : (
                  <WindowActs scene={scene} busy={busy} onAct={act('window')} />
                )}
                {scene.tasks.length > 1 ? <OpenTasks tasks={scene.tasks} /> : null}
              </Card>
              {scene.tasks.map((task) => (
                <TaskCard
                  key={`${task.id} ${scene.acts.length}`}
                  scene={scene}
                  task={task}
                  busy={busy}
                  error={triedTask === task.id ? error : null}
                  ofVisit={about === 'visit'}
                  typed={typed.current}
                  onAct={(one) => void act(one.act === 'complete' ? task.id : `${task.id} visit`)(one)}
                />
              ))}
              {scene.tasks.length === 0 && scene.case.state !== 'received' ? (
                <EmptyState text={t('rehearsal.noTasks')} />
              ) : null}
            </>
          )}
        </div>
        <Card size="small">
          <SceneSide scene={scene} busy={busy} onBack={(from) => void rehearsal.back(from)} />
        </Card>
      </div>
    </>
  );
}

/** What can be done, where it is more than one thing: each leads to its form further down. */
function OpenTasks({ tasks }: { tasks: Scene['tasks'] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <nav className="ow-row owr-tasks" aria-label={t('rehearsal.openTasks')}>
      <span className="ow-small ow-muted">{t('rehearsal.openTasks')}</span>
      {tasks.map((task) => (
        <Button
          key={task.id}
          size="small"
          onClick={() => {
            const heading = document.getElementById(`task-${task.id}`);
            heading?.scrollIntoView({ block: 'start' });
            heading?.focus();
          }}
        >
          {say(taskTitle(task))}
        </Button>
      ))}
    </nav>
  );
}

/** Buttons over the board. */
export function RehearsalActions({
  scene,
  rehearsal,
  onKeep,
  onEnd,
}: {
  scene: Scene | null;
  rehearsal: Rehearsal;
  onKeep: () => void;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  const { busy } = rehearsal;
  return (
    <div className="ow-row">
      {scene !== null && scene.acts.length > 0 ? (
        <>
          <Button type="primary" disabled={busy} onClick={onKeep}>
            {t('rehearsal.keep.open')}
          </Button>
          <Button disabled={busy} onClick={() => void rehearsal.begin(true)}>
            {t('rehearsal.again')}
          </Button>
        </>
      ) : null}
      <Button disabled={busy} onClick={() => void rehearsal.begin(false)}>
        {t('rehearsal.anew')}
      </Button>
      {scene === null ? null : (
        <Button disabled={busy} onClick={() => void rehearsal.end().then(onEnd)}>
          {t('rehearsal.end')}
        </Button>
      )}
    </div>
  );
}
