import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { BatchPreview } from '../api/tasks.ts';
import type { BatchResult, TaskSummary } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Light } from '../components/Light.tsx';

/** The tasks of a batch, before: what is about to be done; after: what came of each. */
export function BatchList(props: {
  tasks: TaskSummary[];
  results: BatchResult[] | null;
  /** Columns that the step wants; without them the tasks are named by item and step. */
  preview?: BatchPreview | undefined;
}) {
  const { tasks, results } = props;
  const columns = props.preview?.columns ?? [];
  const valuesOf = (task: TaskSummary) =>
    props.preview?.rows.find(({ taskId }) => taskId === task.id)?.values;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const resultOf = (task: TaskSummary) => results?.find((result) => result.taskId === task.id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('inbox.batch.list')}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{t('inbox.batch.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.number')}</th>
            {columns.length === 0 ? (
              <>
                <th scope="col">{t('case.item')}</th>
                <th scope="col">{t('inbox.step')}</th>
              </>
            ) : (
              columns.map(({ key, title }) => (
                <th scope="col" key={key}>
                  {say(title)}
                </th>
              ))
            )}
            <th scope="col">{t(results === null ? 'case.light' : 'inbox.batch.result')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <td className="ow-nums">{task.caseNo}</td>
              {columns.length === 0 ? (
                <>
                  <td>{say(task.itemName)}</td>
                  <td>{say(task.stepName)}</td>
                </>
              ) : (
                columns.map(({ key }, at) => (
                  <td key={key} className="ow-nums">
                    {valuesOf(task)?.[at] ?? '—'}
                  </td>
                ))
              )}
              <td>
                {results === null ? (
                  <Light light={task.light} workdays={task.remaining?.workdays ?? null} />
                ) : (
                  <ResultWords result={resultOf(task)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ResultWords({ result }: { result: BatchResult | undefined }) {
  const { t } = useTranslation();
  if (result?.ok) {
    return (
      <span className="ow-light ow-light-green">
        <CheckCircleFilled aria-hidden /> {t('inbox.batch.ok')}
      </span>
    );
  }
  return (
    <span className="ow-error">
      <CloseCircleFilled aria-hidden /> {result?.problem?.detail ?? t('inbox.batch.failed')}
    </span>
  );
}
