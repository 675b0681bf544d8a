import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../api/taskTypes.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import '../components/cardTable.css';
import type { InboxColumn } from './inboxColumns.ts';
import type { InboxFilters } from './inboxFilters.ts';
import { TaskRow } from './TaskRow.tsx';
import { useRowFocus } from './useRowFocus.ts';

export interface TaskTableProps {
  tasks: TaskSummary[];
  columns: readonly InboxColumn[];
  chosen: ReadonlySet<string>;
  filters: InboxFilters;
  onSort: (change: Pick<InboxFilters, 'sort' | 'order'>) => void;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onOpen: (task: TaskSummary) => void;
}

/** What a column sorts by. */
const sortOf: Partial<Record<InboxColumn, string>> = {
  number: 'number',
  item: 'item',
  step: 'step',
  assignee: 'assignee',
  received: 'received',
  due: 'due',
};

/** The queue. Within it j and k (or the arrows) go down and up, Enter opens, x chooses, c claims, r gives back, w watches. */
export function TaskTable(props: TaskTableProps) {
  const { tasks, columns, chosen, filters, onChoose } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-task]') ?? [])];
  useShortcuts([
    { keys: 'j', label: t('inbox.keys.down'), run: () => links()[0]?.focus() },
    { keys: 'k', label: t('inbox.keys.up'), run: () => links().at(-1)?.focus() },
    { keys: 'Enter', label: t('inbox.keys.open'), run: () => undefined, global: false },
    { keys: 'x', label: t('inbox.keys.choose'), run: () => undefined, global: false },
    { keys: 'c', label: t('desk.keys.claim'), run: () => undefined, global: false },
    { keys: 'r', label: t('desk.keys.release'), run: () => undefined, global: false },
    { keys: 'w', label: t('desk.keys.watch'), run: () => undefined, global: false },
  ]);
  useRowFocus(body, tasks);

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const pressed = (event: React.KeyboardEvent) => {
    const all = links();
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const at = all.findIndex((link) => row?.contains(link));
    const task = tasks[at];
    if (task === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = (name: string) =>
      row?.querySelector<HTMLButtonElement>(`button[data-act="${name}"]`)?.click();
    if (event.key === 'j' || event.key === 'ArrowDown') all[at + 1]?.focus();
    else if (event.key === 'k' || event.key === 'ArrowUp') all[at - 1]?.focus();
    else if (event.key === 'x' && task.state !== 'done') toggle(task.id);
    else if (event.key === 'c') act('claim');
    else if (event.key === 'r') act('release');
    else if (event.key === 'w') act('watch');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choosable = tasks.filter((task) => task.state !== 'done');
  const allChosen = choosable.length > 0 && choosable.every((task) => chosen.has(task.id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('inbox.title')}>
      <table className="ow-plain-table ow-card-table">
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
            {columns.map((column) => (
              <ColumnHead key={column} column={column} filters={filters} onSort={props.onSort} />
            ))}
            <th scope="col">{t('common.action')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={pressed}>
          {tasks.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              columns={columns}
              chosen={chosen.has(task.id)}
              onToggle={() => toggle(task.id)}
              onOpen={() => props.onOpen(task)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({
  column,
  filters,
  onSort,
}: {
  column: InboxColumn;
} & Pick<TaskTableProps, 'filters' | 'onSort'>) {
  const { t } = useTranslation();
  const sort = sortOf[column];
  const label = t(`desk.column.${column}`);
  if (sort === undefined || filters.view === 'finished') return <th scope="col">{label}</th>;
  const active = (filters.sort === '' ? 'due' : filters.sort) === sort;
  const down = active && filters.order === 'desc';
  return (
    <th scope="col" aria-sort={active ? (down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="ow-plain-button ow-sort"
        onClick={() => onSort({ sort: sort === 'due' ? '' : sort, order: active && !down ? 'desc' : '' })}
      >
        {label}
        {active ? down ? <ArrowDownOutlined aria-hidden /> : <ArrowUpOutlined aria-hidden /> : null}
      </button>
    </th>
  );
}
