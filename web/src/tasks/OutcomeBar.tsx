import { CheckOutlined, CloseOutlined, RollbackOutlined, SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { isRepetition } from '../api/isRepetition.ts';
import { type Completed, type Completion, completeTask } from '../api/tasks.ts';
import type { TaskView } from '../api/taskTypes.ts';
import type { FormData, Outcome } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { useAction } from '../components/useAction.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';

const signs = { forward: SendOutlined, back: RollbackOutlined, grant: CheckOutlined, refuse: CloseOutlined };

export interface OutcomeBarProps {
  task: TaskView;
  /** The form as filled in now; undefined while it is incomplete (its problems are then shown in it). */
  readForm: () => FormData | undefined;
  /** Resolves when no save of the draft is under way: one that came after the completion would find it gone. */
  draftAtRest: () => Promise<void>;
  onDone: (completed: Completed) => void;
  onFailed: (error: unknown) => void;
}

/** The outcomes of the step as buttons; each is confirmed, a decision with the approver's password. */
export function OutcomeBar({ task, readForm, draftAtRest, onDone, onFailed }: OutcomeBarProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const filled = useRef<FormData>({});
  const choose = (outcome: Outcome) => {
    const read = readForm();
    // Sending back needs no complete form: the server says what it requires.
    if (read === undefined && outcome.kind !== 'back') return;
    filled.current = read ?? {};
    setChosen(outcome);
  };
  const complete = useAction({
    run: async (body: Completion, key) => {
      await draftAtRest();
      return completeTask(task.id, body, key);
    },
    done: (completed) => {
      setChosen(null);
      onDone(completed);
    },
    failed: (error) => {
      if (isAboutPassword(error) || isRepetition(error)) return;
      setChosen(null);
      onFailed(error);
    },
  });
  // Where the form itself says the outcome there is one button; which outcome it is shows when it is confirmed.
  const { outcomeField } = task;
  const fromForm = () => {
    const read = readForm();
    if (read === undefined || outcomeField === null) return;
    const key = read[outcomeField.slice(1)];
    const outcome = task.outcomes.find((entry) => entry.key === key);
    filled.current = read;
    if (outcome !== undefined) setChosen(outcome);
  };
  useShortcuts(
    outcomeField === null
      ? task.outcomes.map((outcome, index) => ({
          keys: `Alt+${index + 1}`,
          label: say(outcome.name),
          run: () => choose(outcome),
        }))
      : [{ keys: 'Alt+1', label: t('task.submitForm'), run: fromForm }],
  );
  return (
    <div className="ow-sticky-actions ow-row" role="group" aria-label={t('task.outcome')}>
      {outcomeField === null ? null : (
        <Button type="primary" icon={<SendOutlined aria-hidden />} onClick={fromForm}>
          {t('task.submitForm')} <kbd>Alt+1</kbd>
        </Button>
      )}
      {(outcomeField === null ? task.outcomes : []).map((outcome, index) => {
        const Sign = signs[outcome.kind];
        return (
          <Button
            key={outcome.key}
            type={index === 0 ? 'primary' : 'default'}
            danger={outcome.kind === 'refuse'}
            icon={<Sign aria-hidden />}
            onClick={() => choose(outcome)}
          >
            {say(outcome.name)} <kbd>Alt+{index + 1}</kbd>
          </Button>
        );
      })}
      {chosen === null ? null : (
        <OutcomeDialog
          outcome={chosen}
          task={task}
          busy={complete.isPending}
          repetition={isRepetition(complete.error) ? complete.error : null}
          passwordError={isAboutPassword(complete.error) ? complete.error : null}
          onCancel={() => {
            setChosen(null);
            complete.reset();
          }}
          onConfirm={(extra) =>
            complete.mutate({
              outcome: chosen.key,
              formData: filled.current,
              formVersion: task.case.packVersion,
              ...extra,
            })
          }
        />
      )}
    </div>
  );
}
