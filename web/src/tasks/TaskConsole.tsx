import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { takeFor } from '../api/people.ts';
import { Problem } from '../api/problem.ts';
import { type Completed, claimTask, releaseTask } from '../api/tasks.ts';
import type { TaskSummary, TaskView } from '../api/taskTypes.ts';
import type { FormData } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { AskedOfOthers } from '../asked/AskedOfOthers.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { DeliveryPanel } from '../delivery/DeliveryPanel.tsx';
import { DeskActions } from '../desk/DeskActions.tsx';
import { DeskNotices } from '../desk/DeskNotices.tsx';
import { OpinionInserter } from '../opinions/OpinionInserter.tsx';
import { ReturnRouting } from '../routing/ReturnRouting.tsx';
import { JointVisitPanel } from '../themes/JointVisitPanel.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { ExpertRoster } from './ExpertRoster.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';
import { SkipTask } from './SkipTask.tsx';
import { TaskDone } from './TaskDone.tsx';
import { TaskMatter } from './TaskMatter.tsx';
import { useSeenNews } from './useSeenNews.ts';
import { useStepDraft } from './useStepDraft.ts';

/** The step's form on the left, everything one needs to judge on the right, the outcomes below. */
export function TaskConsole({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const location = useLocation();
  const open = task.state === 'open' || task.state === 'claimed';
  const mine = task.assignee?.id === user.id;
  const [kept, setKept] = useState(task.draft ?? null);
  const [restored, setRestored] = useState(kept !== null && !kept.outdated);
  const filled = useRef<FormData>(restored ? { ...task.formData, ...kept?.formData } : task.formData);
  const draft = useStepDraft(task, mine && open);
  const form: FormHandle = useRef(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [finished, setFinished] = useState<Completed | null>(null);
  const [edition, setEdition] = useState(0);
  const fillAnew = (data: FormData) => {
    filled.current = data;
    setEdition((before) => before + 1);
  };
  const settle = (keep: boolean) =>
    draft.settle(keep).then((fresh) => {
      if (!keep) fillAnew({ ...fresh.formData, ...fresh.draft?.formData });
    }, setFailure);
  const discard = () =>
    draft.drop().then(() => {
      setKept(null);
      fillAnew(task.formData);
    }, setFailure);
  // What the common record says goes into the form without losing what was typed beside it.
  const takeRecord = (shared: FormData) => {
    fillAnew({ ...(form.current?.data() ?? filled.current), ...shared });
  };
  const failed = (error: unknown) => {
    setFailure(error);
    if (!(error instanceof Problem) || error.code !== 'formOutdated') return;
    // The new form is shown with what was typed into fields that it still has.
    fillAnew(form.current?.data() ?? filled.current);
    void client.invalidateQueries({ queryKey: ['task', task.id] });
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
  const take = useAction({
    run: (_: undefined, key) => takeFor(task.id, key),
    success: t('desk.taken'),
    done: update,
    failed: setFailure,
  });
  const prepares = task.delegation?.state === 'pending';
  const readForm = () =>
    (form.current?.validate().length ?? 0) > 0 ? undefined : (form.current?.data() ?? filled.current);
  const navigate = useNavigate();
  const reread = ({ leave }: { leave: boolean }) => {
    for (const queryKey of [['tasks'], ['task', task.id], ['case', task.caseId], ['asked', task.caseId]])
      void client.invalidateQueries({ queryKey });
    if (leave) void navigate(`/inbox${inbox}`);
  };
  const canClaim = open && task.assignee === null && !claim.isPending;
  const standsIn = task.desk.takeFor;
  useShortcuts(
    canClaim
      ? [{ keys: 'Alt+C', label: t('inbox.claim'), run: () => claim.mutate() }]
      : standsIn !== null && !take.isPending
        ? [
            {
              keys: 'Alt+C',
              label: t('desk.takeFor', { name: standsIn.name }),
              run: () => take.mutate(undefined),
            },
          ]
        : [],
  );
  useSeenNews(task, mine && open);
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
          {open && (mine || task.assignee === null) ? <ReturnRouting task={task} inbox={inbox} /> : null}
          <SkipTask taskId={task.id} inbox={inbox} held={mine && open} />
        </>
      }
    >
      <div className="ow-beside">
        <div className="ow-stack">
          {task.delivery && mine && open ? (
            <DeliveryPanel
              task={task}
              onDelivered={() => {
                setFinished({ task: { id: task.id, state: 'done' }, nextTasks: [], engineState: '' });
                void client.invalidateQueries({ queryKey: ['tasks'] });
                void client.invalidateQueries({ queryKey: ['case', task.caseId] });
              }}
            />
          ) : null}
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
                title={
                  task.desk.takeFor === null
                    ? t('task.ofOther', { name: task.assignee.name })
                    : t('desk.absentHolder', {
                        name: task.assignee.name,
                        day: formatDay(task.desk.takeFor.toDay, language),
                      })
                }
                // Below the sentence: beside it, it leaves no room for it on a phone.
                description={
                  task.desk.takeFor === null ? undefined : (
                    <Button type="primary" loading={take.isPending} onClick={() => take.mutate(undefined)}>
                      {t('desk.takeFor', { name: task.assignee.name })} <kbd>Alt+C</kbd>
                    </Button>
                  )
                }
                style={{ marginBottom: 12 }}
              />
            ) : null}
            <DeskNotices task={task} onChanged={() => reread({ leave: false })} />
            <ProblemAlert error={failure} />
            {mine && open && task.delivery === null ? (
              <>
                <DraftNotice
                  draft={kept}
                  restored={restored}
                  state={draft.state}
                  onTakeOver={() => {
                    setRestored(true);
                    fillAnew({ ...task.formData, ...kept?.formData });
                  }}
                  onDiscard={discard}
                  onSettle={settle}
                />
                <div className="ow-row" style={{ marginBlock: 8 }}>
                  <OpinionInserter task={task} />
                  <span
                    role="status"
                    className={
                      draft.state === 'away' || draft.state === 'refused' ? 'ow-error' : 'ow-muted ow-small'
                    }
                  >
                    {draft.state === 'none' || draft.state === 'elsewhere'
                      ? ''
                      : t(`desk.draft.${draft.state}`)}
                  </span>
                </div>
              </>
            ) : null}
            {task.delivery !== null && open ? null : (
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
                  draft.change(data);
                }}
              />
            )}
            {mine && open && !prepares && task.delivery === null ? (
              <OutcomeBar
                task={task}
                readForm={readForm}
                draftAtRest={draft.atRest}
                onFailed={failed}
                onDone={(completed) => {
                  draft.stop();
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
