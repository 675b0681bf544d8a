import { Button, Input } from 'antd';
import { memo, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useModelerEvent } from '../bpmn/useModelerEvent.ts';
import { useDesigning } from '../DesignerContext.ts';
import type { Finding } from '../model/packFiles.ts';
import { AddDialog } from './AddDialog.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { OutlineGrid } from './OutlineGrid.tsx';
import { outlineRows } from './outlineRows.ts';
import { outlineTexts } from './outlineTexts.ts';
import { RowMenu } from './RowMenu.tsx';
import { useOutlineKeys } from './useOutlineKeys.ts';
import './outline.css';

/** More than a screen shows. */
const FIRST_ROWS = 40;

interface OutlineListProps {
  readonly selected: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Every element of the process in the order of its flow, with who, form, limit and what comes next: the way to reach,
 * add, move, connect and edit each of them without a mouse. It stays in step with the diagram.
 */
export const OutlineList = memo(function OutlineList({ selected, findings }: OutlineListProps) {
  const { editor, files, manifest, texts: all, locale, readOnly, commentCounts, revision } = useDesigning();
  const texts = outlineTexts[locale];
  const [filter, setFilter] = useState('');
  const [wide, setWide] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const registry = editor.service('elementRegistry');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` stands for the elements, which stay the same objects
  const rows = useMemo(
    () => outlineRows({ registry, manifest, files, findings, comments: commentCounts, texts: all, locale }),
    [registry, manifest, files, findings, commentCounts, all, locale, revision],
  );
  const wanted = filter.trim().toLowerCase();
  // What is in sight comes first, the rest a moment later.
  const [complete, setComplete] = useState(false);
  useEffect(() => startTransition(() => setComplete(true)), []);
  const shown = useMemo(
    () =>
      rows
        .slice(0, complete ? undefined : FIRST_ROWS)
        .filter(({ name }) => name.toLowerCase().includes(wanted)),
    [rows, wanted, complete],
  );
  const keys = useOutlineKeys({ rows: shown, selected, table });
  const { dialog, active } = keys;
  const at = editor.element(dialog?.id ?? null);
  useModelerEvent(editor.modeler, 'pack.add', ({ kind }) => keys.add(kind));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the diagram has another width then
  useEffect(() => editor.service('canvas').resized(), [wide]);
  return (
    <nav className={`owd-outline${wide ? ' owd-wide' : ''}`} aria-label={all.outline}>
      <h2>{all.outline}</h2>
      <Input
        size="small"
        allowClear
        aria-label={all.outlineFilter}
        placeholder={all.outlineFilter}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className="owd-outline-tools">
        {!readOnly && <RowMenu id={active.id} keys={keys} />}
        <Button size="small" aria-expanded={wide} onClick={() => setWide(!wide)}>
          {wide ? texts.narrow : texts.wide}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="owd-help">{texts.nothingFound}</p>
      ) : (
        <OutlineGrid rows={shown} selected={selected} keys={keys} table={table} />
      )}
      {!readOnly && <p className="owd-help owd-keys">{texts.help}</p>}
      {dialog?.kind === 'add' && at !== undefined && (
        <AddDialog
          key={dialog.id}
          at={at}
          what={dialog.what}
          onClose={keys.closeDialog}
          afterClose={keys.afterDialog}
        />
      )}
      {dialog?.kind === 'connect' && at !== undefined && (
        <ConnectDialog key={dialog.id} from={at} onClose={keys.closeDialog} afterClose={keys.afterDialog} />
      )}
    </nav>
  );
});
