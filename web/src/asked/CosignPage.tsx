import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { type CosignProposal, readCosign, sign } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { ReasonField } from '../desk/ReasonField.tsx';
import { CosignRound } from './CosignRound.tsx';

/** What I am asked to sign: outcome and form as they will be submitted. */
export function CosignPage() {
  const { id = '' } = useParams();
  const cosign = useQuery({ queryKey: ['cosign', id], queryFn: () => readCosign(id) });
  if (cosign.data === undefined)
    return cosign.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={cosign.error} onRetry={() => void cosign.refetch()} />
    );
  return <Proposal cosign={cosign.data} />;
}

function Proposal({ cosign }: { cosign: CosignProposal }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [remark, setRemark] = useState('');
  const send = useAction({
    run: (body: { position: 'agree' | 'dissent'; remark: string }, key) => sign(cosign.id, body, key),
    success: t('asked.cosign.signed'),
    failed: () => undefined,
    done: async () => {
      await client.invalidateQueries({ queryKey: ['askedOfMe'] });
      await client.invalidateQueries({ queryKey: ['cosign', cosign.id] });
      await navigate('/asked');
    },
  });
  const said = remark.trim();
  return (
    <Page
      title={t('asked.cosign.page', { step: say(cosign.stepName) })}
      trail={[{ label: t('app.nav.asked'), to: '/asked' }]}
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{say(cosign.itemName)}</h2>}>
          <Facts
            entries={[
              [
                t('case.number'),
                <Link key="n" className="ow-nums" to={`/cases/${cosign.caseId}`}>
                  {cosign.caseNo}
                </Link>,
              ],
              [t('asked.cosign.outcome'), cosign.outcome === null ? cosign.outcomeKey : say(cosign.outcome)],
            ]}
          />
          <CosignRound cosign={cosign} />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('asked.cosign.form')}</h2>}>
          <FormPanel form={cosign.form} data={cosign.formData} caseId={cosign.caseId} readOnly />
        </Card>
        {cosign.canSign ? (
          <Card title={<h2 className="ow-card-title">{t('asked.cosign.mine')}</h2>}>
            <ProblemAlert error={send.error} />
            <ReasonField
              id="cosign-remark"
              label={t('asked.cosign.remark')}
              hint={t('asked.cosign.remarkHint')}
              required={false}
              value={remark}
              onChange={setRemark}
            />
            <div className="ow-row" style={{ marginTop: 12 }}>
              <Button
                type="primary"
                loading={send.isPending}
                onClick={() => send.mutate({ position: 'agree', remark: said })}
              >
                {t('asked.cosign.agree')}
              </Button>
              <Button
                danger
                disabled={said === ''}
                onClick={() => send.mutate({ position: 'dissent', remark: said })}
              >
                {t('asked.cosign.dissent')}
              </Button>
            </div>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}
