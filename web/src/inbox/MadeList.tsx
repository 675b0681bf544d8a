import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readBatchList } from '../api/tasks.ts';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

/** The list that a batch has left behind, as the sealed document and as a table. */
export function MadeList({ list }: { list: { id: string; number: string } }) {
  const { t } = useTranslation();
  const take = useAction({
    run: async (format: 'pdf' | 'csv') =>
      saveBlob(await readBatchList(list.id, format), `${list.number}.${format}`),
  });
  return (
    <div className="ow-row" style={{ marginTop: 12 }}>
      <span>{t('inbox.batch.made', { number: list.number })}</span>
      <Button loading={take.isPending && take.variables === 'pdf'} onClick={() => take.mutate('pdf')}>
        {t('inbox.batch.takePdf')}
      </Button>
      <Button loading={take.isPending && take.variables === 'csv'} onClick={() => take.mutate('csv')}>
        {t('inbox.batch.takeCsv')}
      </Button>
    </div>
  );
}
