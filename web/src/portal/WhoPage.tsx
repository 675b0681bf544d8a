import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { beginApplication, type Party, readOnlineItem } from '../api/portal.ts';
import { readAnswers } from '../api/situation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { PartyForm } from './PartyForm.tsx';
import { isKiosk, useAccount } from './portalSession.ts';

/** In whose name: oneself, as agent for another person, or for a company. Only those who may apply for the item are offered. */
export function WhoPage() {
  const { packCode = '', operation = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const answers = useSearchParams()[0].get('answers') ?? '';
  const account = useAccount();
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const item = useQuery({
    queryKey: ['portal', 'item', packCode, operation],
    queryFn: () => readOnlineItem(packCode, operation),
  });
  const begin = useAction({
    run: (partyId: string, key) =>
      beginApplication(
        { packCode, operation, partyId, door: isKiosk() ? 'kiosk' : 'portal', answers: readAnswers(answers) },
        key,
      ),
    failed: () => undefined,
    done: (draft) => navigate(`/portal/cases/${draft.id}/answers/1`),
  });
  if (item.data === undefined)
    return item.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={item.error} onRetry={() => void item.refetch()} />
    );
  const trail = [
    { label: t('portal.nav.items'), to: '/portal' },
    {
      label: say(item.data.name),
      to: `/portal/items/${packCode}/${operation}${answers === '' ? '' : `?${new URLSearchParams({ answers })}`}`,
    },
  ];
  const hasSelf = account.parties.some(({ kind }) => kind === 'self');
  if (!hasSelf)
    return (
      <Page title={t('portal.who.selfTitle')} trail={trail}>
        <Card>
          <PartyForm key="self" kinds={['self']} onAdded={() => undefined} />
        </Card>
      </Page>
    );
  const { applicantKinds } = item.data;
  const fits = ({ kind }: Pick<Party, 'kind'>) =>
    applicantKinds.includes(kind === 'company' ? 'legal' : 'natural');
  const parties = account.parties.filter(fits);
  const kinds = (['company', 'person'] as const).filter((kind) => fits({ kind }));
  const party = chosen ?? parties[0]?.id;
  const addHere = adding || parties.length === 0;
  return (
    <Page title={t('portal.who.title')} trail={trail}>
      <Card>
        {addHere ? (
          <PartyForm
            key="others"
            kinds={kinds}
            onAdded={(id) => {
              setChosen(id);
              setAdding(false);
            }}
            {...(parties.length === 0 ? {} : { onCancel: () => setAdding(false) })}
          />
        ) : (
          <>
            <Radio.Group
              className="ow-portal-choice"
              aria-label={t('portal.who.title')}
              value={party}
              onChange={(event: { target: { value?: unknown } }) => setChosen(String(event.target.value))}
              options={parties.map((one) => ({
                value: one.id,
                label: (
                  <>
                    {one.name} <span className="ow-muted">{t(`portal.party.${one.kind}.kind`)}</span>
                  </>
                ),
              }))}
            />
            <Verified party={parties.find(({ id }) => id === party)} />
            <ProblemAlert error={begin.error} />
            <div className="ow-portal-actions">
              <Button
                size="large"
                type="primary"
                loading={begin.isPending}
                onClick={() => party !== undefined && begin.mutate(party)}
              >
                {t('portal.continue')}
              </Button>
              <Button size="large" onClick={() => setAdding(true)}>
                {t('portal.who.other')}
              </Button>
            </div>
          </>
        )}
      </Card>
    </Page>
  );
}

/** Who says that name and number are right, and what follows when nobody does. */
export function Verified({ party }: { party: Party | undefined }) {
  const { t } = useTranslation();
  if (party === undefined) return null;
  return (
    <Alert
      type={party.verified === null ? 'warning' : 'success'}
      showIcon
      title={
        party.verified === null
          ? t(party.kind === 'person' ? 'portal.who.unverifiedPerson' : 'portal.who.unverified')
          : t(`portal.who.by.${party.verified.by}`)
      }
      style={{ margin: '12px 0' }}
    />
  );
}
