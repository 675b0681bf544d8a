import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportTasks } from '../api/people.ts';
import { type FileFormat, FormatButtons } from '../components/FormatButtons.tsx';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';
import { type InboxColumn, inboxColumns } from './inboxColumns.ts';
import type { InboxFilters } from './inboxFilters.ts';
import { SavedViews } from './SavedViews.tsx';

export interface InboxToolsProps {
  filters: InboxFilters;
  columns: readonly InboxColumn[];
  onFilters: (filters: InboxFilters) => void;
  onColumns: (columns: readonly string[]) => void;
}

/** Saved views, columns, and what the filter shows as a file. */
export function InboxTools({ filters, columns, onFilters, onColumns }: InboxToolsProps) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const turn = (column: InboxColumn, on: boolean) =>
    onColumns(on ? [...columns, column] : columns.filter((one) => one !== column));
  const take = useAction({
    run: async (format: FileFormat) =>
      saveBlob(
        await exportTasks({ ...filters, format, columns: columns.join(',') }),
        `${t('desk.export.file')}.${format}`,
      ),
    success: t('desk.export.taken'),
  });
  return (
    <div className="ow-row ow-desk-tools">
      <SavedViews filters={filters} columns={columns} onFilters={onFilters} onColumns={onColumns} />
      <span className="ow-grow" />
      <Button
        icon={<TableOutlined aria-hidden />}
        aria-expanded={choosing}
        aria-controls="inbox-columns"
        onClick={() => setChoosing(!choosing)}
      >
        {t('desk.columns')}
      </Button>
      <FormatButtons
        taking={take.isPending ? take.variables : undefined}
        onTake={(format) => take.mutate(format)}
      />
      {choosing ? (
        <fieldset id="inbox-columns" className="ow-desk-columns">
          <legend className="ow-hidden">{t('desk.columns')}</legend>
          {inboxColumns.map((column) => (
            <Checkbox
              key={column}
              checked={columns.includes(column)}
              disabled={column === 'number'}
              onChange={(event) => turn(column, event.target.checked)}
            >
              {t(`desk.column.${column}`)}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
