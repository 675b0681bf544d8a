import { SnippetsOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opinion } from '../api/opinions.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { fillOpinion } from './fillOpinion.ts';
import { insertText, isTextField } from './insertText.ts';
import { OpinionDialog } from './OpinionDialog.tsx';

/** Fields that an opinion goes into: of the step's form, and of the dialog that confirms an outcome. */
const places = '.ow-form, .ant-modal';

/** Inserts a template of an opinion where the cursor was last, its placeholders filled in from the task (Alt+O). */
export function OpinionInserter({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { message } = App.useApp();
  const user = useUser();
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement | HTMLInputElement | null>(null);
  const choosing = useRef(false);
  choosing.current = open;
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (choosing.current || !(target instanceof Element)) return;
      if (isTextField(target) && target.closest(places) !== null) field.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  const values = {
    caseNo: task.caseNo ?? undefined,
    applicant: task.case.applicant?.name ?? task.case.applicantName,
    item: say(task.itemName),
    step: say(task.stepName),
    department: task.department.name,
    me: user.name,
    today: formatDay(new Date().toISOString(), language),
  };
  const show = () => {
    if (field.current?.isConnected === true) setOpen(true);
    else void message.warning(t('desk.opinion.noField'));
  };
  const insert = (opinion: Opinion) => {
    const target = field.current;
    setOpen(false);
    if (target === null) return;
    // After the dialog has given the focus back.
    setTimeout(() => {
      insertText(target, fillOpinion(opinion.text, values));
      void message.success(t('desk.opinion.inserted', { title: opinion.title }));
    }, 50);
  };
  useShortcuts([{ keys: 'Alt+O', label: t('desk.opinion.insert'), run: show }]);
  return (
    <>
      <Button size="small" icon={<SnippetsOutlined aria-hidden />} onClick={show}>
        {t('desk.opinion.insert')} <kbd>Alt+O</kbd>
      </Button>
      {open ? <OpinionDialog onChoose={insert} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
