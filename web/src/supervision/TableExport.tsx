import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/request.ts';
import { exportTable } from '../api/supervision.ts';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

/** What is shown as a file: Excel or CSV. `query` names the table and what it is of. */
export function TableExport({ name, query }: { name: string; query: Query & { table: string } }) {
  const { t } = useTranslation();
  const take = useAction({
    run: async (format: 'xlsx' | 'csv') =>
      saveBlob(await exportTable({ ...query, format }), `${name}.${format}`),
    success: t('desk.export.taken'),
  });
  return (['xlsx', 'csv'] as const).map((format) => (
    <Button
      key={format}
      icon={<DownloadOutlined aria-hidden />}
      loading={take.isPending && take.variables === format}
      onClick={() => take.mutate(format)}
    >
      {t(`desk.export.${format}`)}
    </Button>
  ));
}
