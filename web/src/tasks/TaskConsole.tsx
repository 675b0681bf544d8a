import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Problem } from '../api/problem.ts';
import { type Completed, claimTask, releaseTask } from '../api/tasks.ts';
import type { FormData, TaskSummary, TaskView } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { AskedOfOthers } from '../asked/AskedOfOthers.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { Light } from '../components/Light.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { DeskActions } from '../desk/DeskActions.tsx';
import { DeskNotices } from '../desk/DeskNotices.tsx';
import { JointVisitPanel } from '../themes/JointVisitPanel.tsx';
import { ExpertRoster } from './ExpertRoster.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';
import { TaskDone } from './TaskDone.tsx';
import { TaskMatter } from './TaskMatter.tsx';

/** The step's form on the left, everything one needs to judge on the right, the outcomes below. */
export function TaskConsole({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const location = useLocation();
  const filled = useRef<FormData>(task.formData);
  const form: FormHandle = useRef(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [finished, setFinished] = useState<Completed | null>(null);
  const [edition, setEdition] = useState(0);
  // What the common record says goes into the form without losing what was typed beside it.
  const takeRecord = (shared: FormData) => {
    filled.current = { ...(form.current?.data() ?? filled.current), ...shared };
    setEdition((before) => before + 1);
  };
  const inbox = inboxAddress(location.state);
  const update = (summary: TaskSummary) => {
    client.setQueryData<TaskView>(['task', task.id], (before) =>
      before === undefined ? before : { ...before, assignee: summary.assignee, state: summary.state },
    );
    void client.invalidateQueries({ queryKey: ['tasks'] });
    void client.invalidateQueries({ queryKey: ['task', task.id] });
  };
  const claim = useAction({
    run: (_: undefined, key) => claimTask(task.id, key),
    success: t('inbox.claimed'),
    done: update,
    failed: setFailure,
  });
  const release = useAction({
    run: (_: undefined, key) => releaseTask(task.id, key),
    success: t('inbox.released'),
    done: update,
    failed: setFailure,
  });
  const mine = task.assignee?.id === user.id;
  const prepares = task.delegation?.state === 'pending';
  const readForm = () =>
    (form.current?.validate().length ?? 0) > 0 ? undefined : (form.current?.data() ?? filled.current);
  const navigate = useNavigate();
  const reread = ({ leave }: { leave: boolean }) => {
    for (const queryKey of [['tasks'], ['task', task.id], ['case', task.caseId], ['asked', task.caseId]])
      void client.invalidateQueries({ queryKey });
    if (leave) void navigate(`/inbox${inbox}`);
  };
  const open = task.state === 'open' || task.state === 'claimed';
  const canClaim = open && task.assignee === null && !claim.isPending;
  useShortcuts(canClaim ? [{ keys: 'Alt+C', label: t('inbox.claim'), run: () => claim.mutate() }] : []);
  if (finished !== null) return <TaskDone task={task} completed={finished} inbox={inbox} />;
  const errors = failure instanceof Problem ? failure.errors : [];
  return (
    <Page
      title={say(task.stepName)}
      trail={[{ label: t('app.nav.inbox'), to: `/inbox${inbox}` }]}
      extra={
        <>
          <span>{say(task.itemName)}</span>
          <span className="ow-nums">{task.caseNo}</span>
          <Light light={task.light} workdays={task.remaining?.workdays ?? null} />
        </>
      }
    >
      <div className="ow-beside">
        <div className="ow-stack">
          {task.jointVisit && open ? (
            <JointVisitPanel visit={task.jointVisit} taskId={task.id} onRecorded={takeRecord} />
          ) : null}
          <Card
            title={<h2 className="ow-card-title">{t('task.form')}</h2>}
            extra={
              <div className="ow-row">
                {canClaim ? (
                  <Button type="primary" onClick={() => claim.mutate()}>
                    {t('inbox.claim')} <kbd>Alt+C</kbd>
                  </Button>
                ) : mine && task.state === 'claimed' && task.reserved !== true && !prepares ? (
                  <Button loading={release.isPending} onClick={() => release.mutate()}>
                    {t('inbox.release')}
                  </Button>
                ) : null}
                <DeskActions
                  task={task}
                  filled={() => form.current?.data() ?? filled.current}
                  complete={readForm}
                  onDone={reread}
                />
              </div>
            }
          >
            {!open ? (
              <Alert
                type="info"
                showIcon
                title={t(`task.state.${task.state}`)}
                style={{ marginBottom: 12 }}
              />
            ) : null}
            {open && task.assignee === null ? (
              <Alert type="info" showIcon title={t('task.claimFirst')} style={{ marginBottom: 12 }} />
            ) : null}
            {open && task.assignee !== null && !mine ? (
              <Alert
                type="warning"
                showIcon
                title={t('task.ofOther', { name: task.assignee.name })}
                style={{ marginBottom: 12 }}
              />
            ) : null}
            <DeskNotices task={task} onChanged={() => reread({ leave: false })} />
            <ProblemAlert error={failure} />
            <FormPanel
              key={`${mine && open} ${edition}`}
              form={task.form}
              caseId={task.caseId}
              taskId={task.id}
              data={filled.current}
              readOnly={!mine || !open}
              errors={errors}
              handle={form}
              onChange={(data) => {
                filled.current = data;
              }}
            />
            {mine && open && !prepares ? (
              <OutcomeBar
                task={task}
                readForm={readForm}
                onFailed={setFailure}
                onDone={(completed) => {
                  setFinished(completed);
                  void client.invalidateQueries({ queryKey: ['tasks'] });
                  void client.invalidateQueries({ queryKey: ['case', task.caseId] });
                }}
              />
            ) : null}
          </Card>
          <AskedOfOthers task={task} />
          {task.experts.length === 0 ? null : <ExpertRoster experts={task.experts} />}
        </div>
        <TaskMatter task={task} />
      </div>
    </Page>
  );
}

/** The query of the inbox this task was opened from, so that the way back and the next task keep its filters. */
function inboxAddress(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('inbox' in state)) return '';
  return typeof state.inbox === 'string' ? state.inbox : '';
}
