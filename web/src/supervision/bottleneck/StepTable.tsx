import { Button, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BottleneckStep, BottleneckView } from '../../api/supervisionTypes.ts';
import { hasRole } from '../../app/navigation.ts';
import { useUser } from '../../app/session.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { formatInstant } from '../../components/formats.ts';
import { limitWords } from '../../components/limitWords.ts';
import { partOfLimit, stayWords } from './stayWords.ts';

/** The steps as a table: what waits leads to its tasks, how long it took to the cases that took longest. */
export function StepTable({ view }: { view: BottleneckView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const inboxView = hasRole(useUser(), ['supervisor']) ? 'all' : 'department';
  const [shown, setShown] = useState<BottleneckStep | null>(null);
  const tasks = (step: string, more: Record<string, string>, count: number, label: string) =>
    count === 0 ? (
      0
    ) : (
      <Link
        className="ow-cell-link"
        aria-label={label}
        to={`/inbox?${new URLSearchParams({ view: inboxView, packCode: view.packCode, stepKey: step, ...more })}`}
      >
        {count}
      </Link>
    );
  return (
    <>
      <CardTable
        caption={t('supervision.bottleneck.table')}
        columns={[
          t('live.element'),
          t('supervision.bottleneck.limit'),
          t('supervision.bottleneck.waiting'),
          t('live.overdue'),
          t('live.oldest'),
          t('supervision.bottleneck.samples'),
          t('live.average'),
          t('live.p90'),
          t('supervision.bottleneck.part'),
          t('supervision.bottleneck.late'),
        ]}
        rows={view.steps.map((step) => {
          const { id, name, limit, waiting, times } = step;
          const label = (key: string, count: number) => `${say(name)} ${t(key)} ${count}`;
          const part = times === null ? undefined : partOfLimit(times);
          return {
            key: id,
            cells: [
              <>
                {say(name)}
                {view.worst?.stepKey === id ? (
                  <Tag color="error" className="ow-worst">
                    ▲ {t('supervision.bottleneck.worst')}
                  </Tag>
                ) : null}
              </>,
              limitWords(limit, t),
              tasks(
                id,
                {},
                waiting?.tasks ?? 0,
                label('supervision.bottleneck.waiting', waiting?.tasks ?? 0),
              ),
              tasks(
                id,
                { light: 'red' },
                waiting?.overdue ?? 0,
                label('live.overdue', waiting?.overdue ?? 0),
              ),
              waiting === null ? '—' : formatInstant(waiting.oldestAt, language),
              times === null ? (
                0
              ) : (
                <Button
                  key="stays"
                  type="link"
                  className="ow-cell-button"
                  aria-label={t('supervision.bottleneck.showLongest', { step: say(name) })}
                  onClick={() => setShown(step)}
                >
                  {times.samples}
                </Button>
              ),
              times === null ? '—' : stayWords(times.average, times.unit, t),
              times === null ? '—' : stayWords(times.p90, times.unit, t),
              part === undefined ? '—' : `${part}%`,
              times?.late ?? 0,
            ],
          };
        })}
      />
      {shown === null || shown.times === null ? null : (
        <Modal
          open
          width={720}
          title={t('supervision.bottleneck.longest', { step: say(shown.name) })}
          footer={null}
          onCancel={() => setShown(null)}
        >
          <CardTable
            caption={t('supervision.bottleneck.longest', { step: say(shown.name) })}
            columns={[
              t('case.number'),
              t('supervision.bottleneck.from'),
              t('supervision.bottleneck.to'),
              t('supervision.bottleneck.used'),
              t('supervision.bottleneck.judged'),
            ]}
            rows={shown.times.longest.map(({ caseId, caseNo, from, to, used, late }) => ({
              key: `${caseId} ${from}`,
              cells: [
                <Link key="case" to={`/cases/${caseId}`}>
                  {caseNo}
                </Link>,
                formatInstant(from, language),
                formatInstant(to, language),
                stayWords(used, shown.times?.unit ?? 'workday', t),
                t(late ? 'supervision.bottleneck.overLimit' : 'supervision.bottleneck.inLimit'),
              ],
            }))}
          />
        </Modal>
      )}
    </>
  );
}
