import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { exportResult, publishResult, type Result } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { LetterList } from '../supervision/LetterList.tsx';
import { FileExport } from '../supervision/TableExport.tsx';
import { periodText } from './evaluationTexts.ts';
import { ResultTable } from './ResultTable.tsx';

/** What a period says: published with its version and instant, or so far; the table; the act that closes it. */
export function ResultPanel({
  result,
  onPublished,
}: {
  result: Result;
  onPublished: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { modal } = App.useApp();
  const { kind, period, published, schemeVersion, items } = result;
  const publish = useAction({
    run: (_none: undefined, key) => publishResult(kind, period, key),
    success: t('evaluation.published'),
    done: async () => {
      await onPublished();
    },
  });
  const words = { period: periodText(period, t), version: schemeVersion };
  const ask = () =>
    void modal.confirm({
      title: t('evaluation.publishSure', words),
      okText: t('evaluation.publish'),
      onOk: () => publish.mutateAsync(undefined).catch(() => undefined),
    });
  const latest = result.revisions.at(-1)?.revision;
  return (
    <>
      {published === null ? (
        <Alert
          type="info"
          showIcon
          title={t('evaluation.soFar', { ...words, at: formatInstant(result.asOf, language) })}
        />
      ) : (
        <Alert
          type={published.intact ? 'success' : 'error'}
          showIcon
          title={t(published.revision === 1 ? 'evaluation.publishedBy' : 'evaluation.correctedBy', {
            ...words,
            revision: published.revision,
            by: published.by,
            at: formatInstant(published.at, language),
          })}
          description={
            <>
              {published.intact ? null : <p>{t('evaluation.notIntact')}</p>}
              {published.revision === latest ? null : (
                <p>{t('evaluation.superseded', { revision: latest })}</p>
              )}
              <span className="ow-code">{t('evaluation.hash', { hash: published.hash })}</span>
            </>
          }
        />
      )}
      <div className="ow-row">
        {result.mayPublish ? (
          <Button type="primary" loading={publish.isPending} onClick={ask}>
            {t('evaluation.publishOpen', words)}
          </Button>
        ) : null}
        {published === null ? null : (
          <LetterList base={`/evaluation/${kind}/periods/${period}`} letters={published.letters} />
        )}
        {items.length === 0 ? null : (
          <FileExport
            name={`${t('evaluation.title')} ${period}`}
            take={(format) => exportResult(kind, period, { revision: published?.revision, format })}
          />
        )}
      </div>
      {items.length === 0 ? <EmptyState text={t('evaluation.none')} /> : <ResultTable result={result} />}
    </>
  );
}
