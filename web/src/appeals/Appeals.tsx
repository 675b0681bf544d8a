import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appeal, listAppeals } from '../api/appeals.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FormPanel } from '../components/FormPanel.tsx';
import { formatDay } from '../components/formats.ts';
import { AppealResult } from './AppealResult.tsx';
import { AppealResultDialog } from './AppealResultDialog.tsx';
import { RecordAppealDialog } from './RecordAppealDialog.tsx';

/** Appeals against the decision of a case: recorded, and their results. Nothing where the item has no way of appeal. */
export function Appeals({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const [open, setOpen] = useState<'record' | Appeal | null>(null);
  const appeals = useQuery({
    queryKey: ['case', caseId, 'appeals'],
    queryFn: () => listAppeals(caseId),
    enabled: hasRole(user, ['clerk', 'approver', 'head', 'supervisor']),
  });
  const { data } = appeals;
  if (data === undefined || (data.items.length === 0 && !data.mayRecord) || data.ways.length === 0)
    return null;
  const close = (done: boolean) => {
    setOpen(null);
    if (!done) return;
    // A decision that is taken away leaves a finding, and no step in hand.
    for (const queryKey of [['case', caseId], ['supervision', 'findings'], ['progress']])
      void client.invalidateQueries({ queryKey });
  };
  return (
    <Card
      title={<h2 className="ow-card-title">{t('appeal.title')}</h2>}
      extra={data.mayRecord ? <Button onClick={() => setOpen('record')}>{t('appeal.record')}</Button> : null}
    >
      {data.items.length === 0 ? <p className="ow-muted">{t('appeal.none')}</p> : null}
      <ol className="ow-list">
        {data.items.map((one, at) => (
          <li key={one.id}>
            <strong>{t(`appeal.kind.${one.kind}`)}</strong>
            <div className="ow-small ow-muted">
              {t('appeal.lodged', { day: formatDay(one.lodgedOn, language) })}
              {one.lastDay === null
                ? ''
                : ` · ${t('appeal.lastDay', { day: formatDay(one.lastDay, language) })}`}
              {one.late ? ` · ${t('appeal.late')}` : ''}
            </div>
            {one.kind === 'internal' && data.form !== null ? (
              <FormPanel form={data.form} data={one.formData} readOnly />
            ) : null}
            {one.result === null ? null : <AppealResult result={one.result} />}
            {one.mayDecide ? (
              <Button style={{ marginTop: 8 }} onClick={() => setOpen(one)}>
                {t('appeal.giveResult', { at: at + 1 })}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {open === 'record' ? <RecordAppealDialog caseId={caseId} appeals={data} onClose={close} /> : null}
      {open === null || open === 'record' ? null : (
        <AppealResultDialog caseId={caseId} appeal={open} parts={data.parts} onClose={close} />
      )}
    </Card>
  );
}
