import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.ts';
import {
  type RehearsalAct,
  type RehearsedTask,
  readRehearsedTask,
  type Scene,
} from '../../api/rehearsals.ts';
import type { TaskView } from '../../api/taskTypes.ts';
import type { FormData, Outcome, Text } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Field } from '../../components/Field.tsx';
import { FormPanel } from '../../components/FormPanel.tsx';
import type { FormHandle } from '../../components/FormRenderer.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { inScenarioWords, takeSample } from './sampleFiles.ts';
import { VisitActs } from './VisitActs.tsx';

export interface TaskCardProps {
  scene: Scene;
  task: RehearsedTask;
  busy: boolean;
  /** Why the last act here was refused, and whether that was one about the joint visit. */
  error: unknown;
  ofVisit: boolean;
  /** What was filled in and not sent yet, by task: another act shows the card anew. */
  typed: Map<string, FormData>;
  onAct: (act: RehearsalAct) => void;
}

/** The step, and the item where it is one of a theme. */
export function taskTitle({ item, itemName, stepName }: RehearsedTask): Text {
  const of = (language: 'zh-CN' | 'en') =>
    item === null ? stepName[language] : `${itemName[language]} · ${stepName[language]}`;
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}

/** A task that is open, with its form, done by somebody of the department and role that have it. */
export function TaskCard({ scene, task, busy, error, ofVisit, typed, onAct }: TaskCardProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [person, setPerson] = useState(1);
  const view = useQuery({
    queryKey: ['rehearsal', scene.id, scene.version, 'task', task.id],
    queryFn: () => readRehearsedTask(scene.id, task.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = say(taskTitle(task));
  return (
    <Card
      size="small"
      title={
        <h3 className="ow-card-title" id={`task-${task.id}`} tabIndex={-1}>
          {title}
        </h3>
      }
      extra={
        <span className="ow-small">
          {t('rehearsal.doneBy', {
            department: task.department.name,
            role: t(`app.role.${task.role}`, { defaultValue: task.role }),
          })}
        </span>
      }
    >
      {view.data === undefined ? (
        view.error === null ? (
          <LoadingState />
        ) : (
          <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        )
      ) : (
        <>
          {view.data.jointVisit === undefined || view.data.jointVisit === null ? null : (
            <VisitActs
              scene={scene}
              visit={view.data.jointVisit}
              id={task.id}
              busy={busy}
              error={ofVisit ? error : null}
              onAct={onAct}
            />
          )}
          <TaskForm
            view={view.data}
            busy={busy}
            error={ofVisit ? null : error}
            typed={typed}
            person={person}
            onPerson={setPerson}
            onComplete={(outcome, form, comment) =>
              onAct({
                act: 'complete',
                step: task.stepKey,
                outcome,
                form,
                ...(task.item === null ? {} : { item: task.item }),
                ...(comment === '' ? {} : { comment }),
                ...(person === 1 ? {} : { person }),
              })
            }
          />
        </>
      )}
    </Card>
  );
}

function TaskForm({
  view,
  busy,
  error,
  typed,
  person,
  onPerson,
  onComplete,
}: {
  view: TaskView;
  busy: boolean;
  error: unknown;
  typed: Map<string, FormData>;
  person: number;
  onPerson: (person: number) => void;
  onComplete: (outcome: string, form: FormData, comment: string) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form: FormHandle = useRef(null);
  const filled = useRef<FormData>({ ...view.formData, ...typed.get(view.id) });
  const [comment, setComment] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const errors = useMemo(() => (error instanceof Problem ? error.errors : []), [error]);
  const choose = (kind: Outcome['kind'] | null, key: string) => {
    // Sending back needs no complete form: the server says what it requires.
    const wrong = kind === 'back' ? [] : (form.current?.validate() ?? []);
    setIncomplete(wrong.length > 0);
    if (wrong.length > 0) return;
    filled.current = form.current?.data() ?? filled.current;
    onComplete(key, inScenarioWords(filled.current), comment.trim());
  };
  const { outcomeField } = view;
  return (
    <div className="ow-stack" style={{ gap: 8 }}>
      <FormPanel
        form={view.form}
        data={filled.current}
        errors={errors}
        handle={form}
        upload={takeSample}
        onChange={(data) => {
          filled.current = data;
          typed.set(view.id, typedOver(view.formData, data));
        }}
      />
      <div className="ow-fields">
        <Field id={`comment-${view.id}`} label={t('task.comment')}>
          <Input maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />
        </Field>
        <Field id={`person-${view.id}`} label={t('rehearsal.person')} hint={t('rehearsal.personHint')}>
          <Select
            value={person}
            onChange={(chosen: number) => onPerson(chosen)}
            options={[1, 2, 3].map((number) => ({
              value: number,
              label: t('rehearsal.personNo', { number }),
            }))}
          />
        </Field>
      </div>
      {incomplete ? <Alert type="warning" showIcon title={t('rehearsal.incomplete')} /> : null}
      {view.decision ? <p className="ow-small ow-muted">{t('rehearsal.passwordFilled')}</p> : null}
      <ProblemAlert error={error} hideFields />
      <div className="ow-row" role="group" aria-label={t('task.outcome')}>
        {outcomeField === null ? (
          view.outcomes.map((outcome, index) => (
            <Button
              key={outcome.key}
              type={index === 0 ? 'primary' : 'default'}
              danger={outcome.kind === 'refuse'}
              disabled={busy}
              onClick={() => choose(outcome.kind, outcome.key)}
            >
              {say(outcome.name)}
            </Button>
          ))
        ) : (
          <Button
            type="primary"
            disabled={busy}
            onClick={() =>
              choose(null, String((form.current?.data() ?? filled.current)[outcomeField.slice(1)] ?? ''))
            }
          >
            {t('task.submitForm')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What was filled in beyond what the form came with. */
function typedOver(start: FormData, data: FormData): FormData {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => value !== '' && JSON.stringify(value) !== JSON.stringify(start[key]),
    ),
  );
}
