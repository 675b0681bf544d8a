import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Input, type InputRef, Tag } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createCase, findItems } from '../api/cases.ts';
import type { Item } from '../api/itemTypes.ts';
import type { BasketItem } from '../api/visits.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { limitWords } from '../components/limitWords.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { readRecentItems, rememberItem } from './recentItems.ts';

/** Finds an item by name, alias, pinyin, initials or code and starts a case of it. Arrow keys go from the field through the results. */
export function ItemSearch({
  chosen,
  onAdd,
}: {
  /** What is in the visit already. */
  chosen: readonly BasketItem[];
  onAdd: (item: BasketItem) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useQuery({
    queryKey: ['items', query],
    queryFn: () => findItems(query),
    placeholderData: keepPreviousData,
  });
  const start = useAction({
    run: (input: { packCode: string; operation: string }, key: string) => createCase(input, key),
    done: async (view, input) => {
      rememberItem(input);
      await navigate(`/window/cases/${view.id}`);
    },
  });
  useShortcuts([
    { keys: '/', label: t('window.search.shortcut'), run: () => field.current?.focus() },
    { keys: 'Alt+N', label: t('window.search.shortcut'), run: () => field.current?.focus() },
  ]);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const step = (event: React.KeyboardEvent, by: 1 | -1) => {
    const all = buttons();
    // biome-ignore lint/complexity/useIndexOf: the focused element may be any element
    const at = all.findIndex((button) => button === document.activeElement);
    event.preventDefault();
    if (at + by < 0) field.current?.focus();
    else all[at + by]?.focus();
  };
  const arrows = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') step(event, 1);
    if (event.key === 'ArrowUp') step(event, -1);
  };
  const items = query === '' ? recentFirst(found.data?.items ?? []) : (found.data?.items ?? []);
  return (
    <Card title={<h2 className="ow-card-title">{t('window.search.title')}</h2>} extra={<kbd>/</kbd>}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside */}
      <div onKeyDown={arrows} role="presentation">
        <label className="ow-hidden" htmlFor="item-search">
          {t('window.search.label')}
        </label>
        <Input
          id="item-search"
          ref={field}
          size="large"
          allowClear
          autoComplete="off"
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('window.search.placeholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            // Without this the same key press would also press the button that takes the focus, and start a case.
            event.preventDefault();
            buttons()[0]?.focus();
          }}
        />
        <p className="ow-muted ow-small" role="status">
          {query === '' ? t('window.search.hint') : t('window.search.found', { count: items.length })}
        </p>
        {found.isPending ? <LoadingState /> : null}
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.data !== undefined && items.length === 0 ? (
          <EmptyState text={t('window.search.none', { query })} />
        ) : null}
        <ul className="ow-list" ref={list}>
          {items.map((item) => (
            <ItemLine
              key={item.packCode}
              item={item}
              busy={start.isPending}
              inVisit={chosen.some(({ packCode }) => packCode === item.packCode)}
              onAdd={onAdd}
              onStart={(operation) => start.mutate({ packCode: item.packCode, operation })}
            />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function recentFirst(items: Item[]): Item[] {
  const recent = readRecentItems().map((entry) => entry.packCode);
  const rank = (item: Item) =>
    recent.includes(item.packCode) ? recent.indexOf(item.packCode) : recent.length;
  return [...items].sort((a, b) => rank(a) - rank(b));
}

function ItemLine({
  item,
  busy,
  inVisit,
  onAdd,
  onStart,
}: {
  item: Item;
  busy: boolean;
  inVisit: boolean;
  onAdd: (item: BasketItem) => void;
  onStart: (operation: string) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const joined =
    item.retired === null && item.kind !== 'theme' && item.kind !== 'dispatch'
      ? (item.operations.find(({ key }) => key === 'new') ?? item.operations[0])
      : undefined;
  return (
    <li className="ow-item-option">
      <div>
        <strong>{say(item.name)}</strong>
        <div className="ow-muted ow-small">
          {item.packCode} · {item.department.name} ·{' '}
          {t('window.search.limit', { limit: limitWords(item.limits.promised ?? item.limits.statutory, t) })}
          {item.lifeEvents.length === 0
            ? null
            : ` · ${item.lifeEvents.map((event) => say(event)).join(t('common.comma'))}`}
        </div>
        {item.retired === null ? null : (
          <div className="ow-small">{t('window.search.retiredWhy', { note: item.retired.note })}</div>
        )}
      </div>
      <div className="ow-row">
        {item.retired === null ? null : <Tag color="red">{t('window.search.retired')}</Tag>}
        {(item.retired === null ? item.operations : []).map((operation) => (
          <Button key={operation.key} disabled={busy} onClick={() => onStart(operation.key)}>
            {say(operation.name)}
            <span className="ow-hidden">{say(item.name)}</span>
          </Button>
        ))}
        {joined === undefined ? null : (
          <Button
            type="text"
            icon={<PlusOutlined aria-hidden />}
            disabled={inVisit}
            onClick={() =>
              onAdd({
                packCode: item.packCode,
                operation: joined.key,
                name: item.name,
                operationName: joined.name,
                operations: item.operations,
              })
            }
          >
            {t('visit.add')}
            <span className="ow-hidden">{say(item.name)}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
