import { ForwardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { placeLeft, rememberPlace } from '../inbox/inboxPlace.ts';
import { useNextTask } from './useNextTask.ts';

/** Leaves this task as it is and goes to the next one of the same list (Alt+N). */
export function SkipTask({ taskId, inbox, held }: { taskId: string; inbox: string; held: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next } = useNextTask(taskId, inbox, held ? 'held' : 'open');
  const skip = () => {
    if (next === undefined) return;
    rememberPlace(inbox, { ...(placeLeft(inbox) ?? { shown: 0, scrolled: 0 }), taskId: next.id });
    void navigate(`/tasks/${next.id}`, { state: { inbox } });
  };
  useShortcuts(next === undefined ? [] : [{ keys: 'Alt+N', label: t('desk.next.skip'), run: skip }]);
  return (
    <Button size="small" icon={<ForwardOutlined aria-hidden />} disabled={next === undefined} onClick={skip}>
      {next === undefined ? t('desk.next.none') : t('desk.next.skip')}
      {next === undefined ? null : <kbd>Alt+N</kbd>}
    </Button>
  );
}
