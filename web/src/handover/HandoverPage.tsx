import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readHandover } from '../api/handovers.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { Facts } from '../components/Facts.tsx';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import '../halls/halls.css';
import { ReceiveForm } from './ReceiveForm.tsx';

/** One slip: what is on it, its sealed papers, and for the receiving counter the counting. */
export function HandoverPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const slip = useQuery({ queryKey: ['handovers', 'one', id], queryFn: () => readHandover(id) });
  if (slip.data === undefined)
    return slip.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={slip.error} onRetry={() => void slip.refetch()} />
    );
  const { number, state, from, to, by, at, note, receivedBy, receivedAt, mayReceive, cases, differences } =
    slip.data;
  const paper = (which: 'slip' | 'receipt') => {
    const name = `${number} ${t(`handover.paper.${which}`)}.pdf`;
    const path = `/handovers/${id}/content`;
    return (
      <Button
        onClick={() => setViewed({ name, mediaType: 'application/pdf', path, query: { paper: which } })}
      >
        {t('handover.view', { paper: t(`handover.paper.${which}`) })}
      </Button>
    );
  };
  const nameOf = (caseId: string, key: string | undefined) => {
    const entry = cases.find((one) => one.caseId === caseId);
    const material = entry?.materials.find((one) => one.key === key);
    return material === undefined ? t('handover.wholeCase') : say(material.name);
  };
  return (
    <Page
      title={number}
      trail={[
        { label: t('window.title'), to: '/window' },
        { label: t('handover.title'), to: '/window/handovers' },
      ]}
      extra={<Tag>{t(`handover.state.${state}`)}</Tag>}
    >
      <div className="ow-stack">
        <Card>
          <Facts
            entries={[
              [t('handover.from'), `${from.name} · ${by}`],
              [t('handover.to'), to.name],
              [t('handover.column.at'), formatInstant(at, language)],
              [t('handover.note'), note],
              [
                t('handover.receivedBy'),
                receivedBy === null ? '' : `${receivedBy} · ${formatInstant(receivedAt, language)}`,
              ],
            ]}
          />
          <div className="ow-row ow-papers">
            {paper('slip')}
            {state === 'received' ? paper('receipt') : null}
          </div>
        </Card>
        {mayReceive ? (
          <ReceiveForm slip={slip.data} />
        ) : (
          <Card title={<h2 className="ow-card-title">{t('handover.cases')}</h2>}>
            <CardTable
              caption={t('handover.cases')}
              columns={[t('case.number'), t('case.item'), t('case.applicant'), t('handover.originals')]}
              rows={cases.map((entry) => ({
                key: entry.caseId,
                cells: [
                  entry.caseNo,
                  say(entry.itemName),
                  entry.applicantMasked || '—',
                  entry.materials
                    .map((one) => t('handover.pieces', { name: say(one.name), count: one.count }))
                    .join(t('queue.listComma')) || '—',
                ],
              }))}
            />
          </Card>
        )}
        {differences.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('handover.differences')}</h2>}>
            <ul className="ow-list">
              {differences.map((difference) => (
                <li key={`${difference.caseId} ${difference.materialKey ?? ''}`}>
                  <b className="ow-nums">
                    {cases.find(({ caseId }) => caseId === difference.caseId)?.caseNo}
                  </b>{' '}
                  {nameOf(difference.caseId, difference.materialKey)}:{' '}
                  {t('handover.counted', { count: difference.counted })} {difference.note}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </Page>
  );
}
