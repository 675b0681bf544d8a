import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../api/types.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { forgetOpened, lastOpened } from './lastOpened.ts';
import { TaskRow } from './TaskRow.tsx';

export interface TaskTableProps {
  tasks: TaskSummary[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The queue. Within it j and k (or the arrows) go down and up, Enter opens, x chooses. */
export function TaskTable({ tasks, chosen, onChoose }: TaskTableProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-task]') ?? [])];
  useShortcuts([
    { keys: 'j', label: t('inbox.keys.down'), run: () => links()[0]?.focus() },
    { keys: 'k', label: t('inbox.keys.up'), run: () => links().at(-1)?.focus() },
    { keys: 'Enter', label: t('inbox.keys.open'), run: () => undefined, global: false },
    { keys: 'x', label: t('inbox.keys.choose'), run: () => undefined, global: false },
  ]);
  useEffect(() => {
    const id = lastOpened();
    if (id === null) return;
    forgetOpened();
    const link = body.current?.querySelector<HTMLElement>(`a[data-task="${CSS.escape(id)}"]`);
    requestAnimationFrame(() => link?.focus());
  }, []);

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const pressed = (event: React.KeyboardEvent) => {
    const all = links();
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const at = all.findIndex((link) => row?.contains(link));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'j' || event.key === 'ArrowDown') all[at + 1]?.focus();
    else if (event.key === 'k' || event.key === 'ArrowUp') all[at - 1]?.focus();
    else if (event.key === 'x' && tasks[at]?.batch) toggle(tasks[at].id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choosable = tasks.filter((task) => task.batch);
  const allChosen = choosable.length > 0 && choosable.every((task) => chosen.has(task.id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('inbox.title')}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{t('inbox.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('inbox.chooseAll')}
                disabled={choosable.length === 0}
                checked={allChosen}
                indeterminate={!allChosen && choosable.some((task) => chosen.has(task.id))}
                onChange={() => onChoose(new Set(allChosen ? [] : choosable.map((task) => task.id)))}
              />
            </th>
            <th scope="col">{t('case.light')}</th>
            <th scope="col">{t('case.number')}</th>
            <th scope="col">{t('case.item')}</th>
            <th scope="col">{t('inbox.step')}</th>
            <th scope="col">{t('inbox.assignee')}</th>
            <th scope="col">{t('case.due')}</th>
            <th scope="col">{t('common.action')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={pressed}>
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              chosen={chosen.has(task.id)}
              onToggle={() => toggle(task.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
