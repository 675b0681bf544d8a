import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type ReportView, readAnnex, readReport } from '../../api/reports.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { Facts } from '../../components/Facts.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { Page } from '../../components/Page.tsx';
import { ProblemState } from '../../components/ProblemState.tsx';
import { saveBlob } from '../../components/saveBlob.ts';
import { useAction } from '../../components/useAction.ts';
import { periodText } from '../../evaluation/evaluationTexts.ts';
import { LetterList } from '../LetterList.tsx';
import { LinesDialog } from './LinesDialog.tsx';
import { ReportTableView, type ShownNumber } from './ReportTables.tsx';
import '../period/period.css';

type AnnexKind = 'sealed' | 'translated';

/** A monthly report: the sealed PDF, its annex, and its tables, every number of which opens what it rests on. */
export function ReportPage() {
  const { id = '' } = useParams();
  const report = useQuery({ queryKey: ['supervision', 'report', id], queryFn: () => readReport(id) });
  if (report.data === undefined)
    return report.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={report.error} onRetry={() => void report.refetch()} />
    );
  return <Report report={report.data} />;
}

function Report({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [shown, setShown] = useState<ShownNumber | null>(null);
  const take = useAction({
    run: async (which: AnnexKind) =>
      saveBlob(
        await readAnnex(report.id, which === 'sealed'),
        `${report.number} ${t(which === 'sealed' ? 'supervision.report.annexSealed' : 'supervision.report.annex')}.xlsx`,
      ),
    success: t('supervision.taken'),
  });
  // The sealed one is Chinese.
  const annexes: readonly AnnexKind[] = language === 'zh-CN' ? ['sealed'] : ['translated', 'sealed'];
  return (
    <Page
      title={`${t('supervision.report.title')} ${report.number}`}
      trail={[
        { label: t('supervision.title'), to: '/supervision' },
        { label: t('supervision.report.tab'), to: '/supervision?tab=reports' },
      ]}
      extra={
        <>
          <LetterList base={`/supervision/reports/${report.id}`} letters={report.letters} />
          {annexes.map((which) => (
            <Button
              key={which}
              icon={<DownloadOutlined aria-hidden />}
              loading={take.isPending && take.variables === which}
              onClick={() => take.mutate(which)}
            >
              {t(which === 'sealed' ? 'supervision.report.takeSealed' : 'supervision.report.takeAnnex')}
            </Button>
          ))}
        </>
      }
    >
      <div className="ow-stack">
        <Card>
          <Facts
            entries={[
              [t('supervision.report.month'), periodText(report.month, t)],
              [t('supervision.report.scope'), report.department?.name ?? t('supervision.report.district')],
              [t('supervision.report.at'), formatInstant(report.at, language)],
              [t('supervision.report.by'), report.by],
            ]}
          />
          <p className="ow-muted ow-small">
            {t(report.whole ? 'supervision.report.fixed' : 'supervision.report.notOver')}
          </p>
        </Card>
        {report.tables.map((table) => (
          <Card
            key={table.table}
            title={<h2 className="ow-card-title">{t(`supervision.report.table.${table.table}`)}</h2>}
          >
            <ReportTableView table={table} onShow={setShown} />
          </Card>
        ))}
      </div>
      {shown === null ? null : (
        <LinesDialog reportId={report.id} shown={shown} onClose={() => setShown(null)} />
      )}
    </Page>
  );
}
