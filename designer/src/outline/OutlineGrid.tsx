// biome-ignore-all lint/a11y/useSemanticElements lint/a11y/noNoninteractiveElementToInteractiveRole lint/a11y/useFocusableInteractive lint/a11y/noRedundantRoles lint/a11y/noNoninteractiveElementInteractions: a grid (ARIA) made of a table; its cells take the focus
import { type MouseEvent, type RefObject, useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { type Column, columns, OutlineRowView } from './OutlineRowView.tsx';
import type { OutlineRow } from './outlineRows.ts';
import { outlineTexts } from './outlineTexts.ts';
import type { OutlineKeys } from './useOutlineKeys.ts';

interface OutlineGridProps {
  readonly rows: readonly OutlineRow[];
  readonly selected: string | null;
  readonly keys: OutlineKeys;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** The grid of the outline (ARIA grid pattern): one cell is in the order of Tab, the arrow keys lead to the others. */
export function OutlineGrid({ rows, selected, keys, table }: OutlineGridProps) {
  const { texts: all, locale } = useDesigning();
  const texts = outlineTexts[locale];
  const id = useId();
  const cellOf = (event: MouseEvent | React.FocusEvent): { id: string; column: Column } | null => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    return row === undefined || column === undefined ? null : { id: row, column: column as Column };
  };
  const { active, editing } = keys;
  return (
    <table
      ref={table}
      role="grid"
      aria-label={all.outline}
      aria-describedby={`${id}-help`}
      className="owd-grid"
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        const cell = cellOf(event);
        if (cell !== null) keys.moveTo(cell, false);
      }}
      onClick={(event) => {
        const cell = cellOf(event);
        const inEditor = (event.target as HTMLElement).closest('.owd-cell') !== null;
        if (cell === null || inEditor) return;
        keys.moveTo(cell, true);
        keys.use(cell);
      }}
      onContextMenu={(event) => {
        const cell = cellOf(event);
        if (cell === null || keys.readOnly) return;
        event.preventDefault();
        keys.moveTo(cell, true);
        keys.openMenu();
      }}
    >
      <thead>
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {texts.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OutlineRowView
            key={row.id}
            row={row}
            texts={texts}
            selected={row.id === selected}
            active={active.id === row.id ? active.column : null}
            editing={editing && active.id === row.id ? active.column : null}
            onEdited={keys.endEditing}
          />
        ))}
      </tbody>
      <caption className="owd-hidden" id={`${id}-help`}>
        {texts.help}
      </caption>
    </table>
  );
}
