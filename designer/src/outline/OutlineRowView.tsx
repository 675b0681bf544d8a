// biome-ignore-all lint/a11y/useSemanticElements lint/a11y/noNoninteractiveElementToInteractiveRole lint/a11y/useFocusableInteractive lint/a11y/noRedundantRoles: the parts of a grid (ARIA), whose cells take the focus one at a time; laid out as lines when narrow, which takes the meaning of a table away
import { memo } from 'react';
import { CellEditor } from './CellEditor.tsx';
import type { OutlineRow } from './outlineRows.ts';
import type { OutlineTexts } from './outlineTexts.ts';

export const columns = ['name', 'who', 'form', 'limit', 'next'] as const;
export type Column = (typeof columns)[number];

/** The columns that say something about a row: only a task has people, a form and a limit. */
export function columnsOf({ type, next }: OutlineRow): readonly Column[] {
  if (type === 'bpmn:UserTask') return columns;
  return next === '' ? ['name'] : ['name', 'next'];
}

interface OutlineRowViewProps {
  readonly row: OutlineRow;
  readonly texts: OutlineTexts;
  readonly selected: boolean;
  /** The cell that Tab leads to, when it is in this row. */
  readonly active: Column | null;
  /** The cell that is being edited, when it is in this row. */
  readonly editing: Column | null;
  readonly onEdited: () => void;
}

/** One line of the outline. Drawn again only when something about it has changed. */
export const OutlineRowView = memo(
  function OutlineRowView({ row, texts, selected, active, editing, onEdited }: OutlineRowViewProps) {
    const isFlow = row.type === 'bpmn:SequenceFlow';
    const own = columnsOf(row);
    const empty = { who: texts.nobody, form: texts.noForm, limit: texts.noLimit, next: texts.nowhere };
    const reach = (column: Column) => (active === column ? 0 : -1);
    return (
      <tr role="row" aria-selected={selected} data-id={row.id} className={isFlow ? 'owd-flow' : ''}>
        <td role="gridcell" data-column="name">
          {editing === 'name' ? (
            <CellEditor id={row.id} column="name" onDone={onEdited} />
          ) : (
            <button type="button" tabIndex={reach('name')} aria-current={selected} data-cell>
              <small>{row.kind}</small>
              <span>
                {row.name}
                {row.also !== '' && <i className="owd-also">{row.also}</i>}
              </span>
              {row.findings > 0 && (
                <em>
                  {row.findings}
                  <span className="owd-hidden"> {texts.findings(row.findings)}</span>
                </em>
              )}
              {row.comments > 0 && (
                <em className="owd-comment-badge">
                  {row.comments}
                  <span className="owd-hidden"> {texts.comments(row.comments)}</span>
                </em>
              )}
            </button>
          )}
        </td>
        {columns.slice(1).map((column) =>
          own.includes(column) ? (
            <td
              key={column}
              role="gridcell"
              data-column={column}
              data-cell
              tabIndex={editing === column ? undefined : reach(column)}
              className={row[column] === '' ? 'owd-unset' : ''}
            >
              {editing === column ? (
                <CellEditor id={row.id} column={column} onDone={onEdited} />
              ) : (
                row[column] || empty[column as keyof typeof empty]
              )}
            </td>
          ) : (
            <td key={column} role="gridcell" data-column={column} className="owd-none" />
          ),
        )}
      </tr>
    );
  },
  (before, after) =>
    before.selected === after.selected &&
    before.active === after.active &&
    before.editing === after.editing &&
    before.texts === after.texts &&
    Object.entries(before.row).every(([key, value]) => after.row[key as keyof OutlineRow] === value),
);
