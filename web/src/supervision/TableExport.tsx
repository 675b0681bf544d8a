import { useTranslation } from 'react-i18next';
import type { Query } from '../api/request.ts';
import { exportTable } from '../api/supervision.ts';
import { type FileFormat, FormatButtons } from '../components/FormatButtons.tsx';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

/** What is shown as a file: Excel or CSV. `query` names the table and what it is of. */
export function TableExport({ name, query }: { name: string; query: Query & { table: string } }) {
  const { t } = useTranslation();
  const take = useAction({
    run: async (format: FileFormat) => saveBlob(await exportTable({ ...query, format }), `${name}.${format}`),
    success: t('desk.export.taken'),
  });
  return (
    <FormatButtons
      taking={take.isPending ? take.variables : undefined}
      onTake={(format) => take.mutate(format)}
    />
  );
}
