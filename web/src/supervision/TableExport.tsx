import { useTranslation } from 'react-i18next';
import type { Query } from '../api/request.ts';
import { exportTable } from '../api/supervision.ts';
import { type FileFormat, FormatButtons } from '../components/FormatButtons.tsx';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

/** What is shown as a file: Excel or CSV. `query` names the table and what it is of. */
export function TableExport({ name, query }: { name: string; query: Query & { table: string } }) {
  return <FileExport name={name} take={(format) => exportTable({ ...query, format })} />;
}

/** The same for what is read by `take`. */
export function FileExport({ name, take }: { name: string; take: (format: FileFormat) => Promise<Blob> }) {
  const { t } = useTranslation();
  const taking = useAction({
    run: async (format: FileFormat) => saveBlob(await take(format), `${name}.${format}`),
    success: t('supervision.taken'),
  });
  return (
    <FormatButtons
      taking={taking.isPending ? taking.variables : undefined}
      onTake={(format) => taking.mutate(format)}
    />
  );
}
