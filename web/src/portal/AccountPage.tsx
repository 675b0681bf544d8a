import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOwnLicenses, type Party, removeParty, saveMail } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { FileViewerDialog, type ViewedFile } from '../components/FileViewerDialog.tsx';
import { formatDay } from '../components/formats.ts';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { PartyForm } from './PartyForm.tsx';
import { portalSessionKey, useAccount } from './portalSession.ts';
import { Verified } from './WhoPage.tsx';

/** The account: in whose name one applies and who has verified it, the mail address, one's licenses. */
export function AccountPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const account = useAccount();
  const [mail, setMail] = useState(account.mail);
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const licenses = useQuery({ queryKey: ['portal', 'licenses'], queryFn: listOwnLicenses });
  const again = () => client.invalidateQueries({ queryKey: portalSessionKey });
  const remove = useAction({
    run: (party: Party) => removeParty(party.id),
    success: t('portal.account.removed'),
    done: again,
  });
  const keepMail = useAction({
    run: () => saveMail(mail.trim()),
    success: t('portal.account.mailSaved'),
    failed: () => undefined,
    done: again,
  });
  const askRemove = (party: Party) =>
    modal.confirm({
      title: t('portal.account.removeTitle', { name: party.name }),
      content: t('portal.account.removeText'),
      okText: t('portal.account.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(party).catch(() => undefined),
    });
  const hasSelf = account.parties.some(({ kind }) => kind === 'self');
  return (
    <Page title={t('portal.account.title')} plain>
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('portal.account.parties')}</h2>}>
          {account.parties.length === 0 ? <EmptyState text={t('portal.account.noParties')} /> : null}
          <ul className="ow-list">
            {account.parties.map((party) => (
              <li key={party.id}>
                <strong>{party.name}</strong>{' '}
                <span className="ow-muted">{t(`portal.party.${party.kind}.kind`)}</span>
                <div className="ow-muted ow-nums">{party.idNumber}</div>
                <Verified party={party} />
                <Button type="link" danger className="ow-link" onClick={() => askRemove(party)}>
                  {t('portal.account.remove')}
                  <span className="ow-hidden">{party.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={<h2 className="ow-card-title">{t('portal.account.add')}</h2>}>
          <PartyForm
            key={String(hasSelf)}
            kinds={hasSelf ? ['company', 'person'] : ['self']}
            onAdded={() => undefined}
          />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('portal.account.licenses')}</h2>}>
          <ProblemAlert error={licenses.error} onRetry={() => void licenses.refetch()} />
          {licenses.data?.items.length === 0 ? <EmptyState text={t('portal.license.none')} /> : null}
          <ul className="ow-list">
            {(licenses.data?.items ?? []).map((license) => (
              <li key={license.id}>
                <strong>{say(license.name)}</strong> {license.licenseNo}
                <div className="ow-muted">
                  {license.holderName} · {t(`licenses.state.${license.state}`)} · {t('licenses.validTo')}{' '}
                  {formatDay(license.validTo, language)}
                </div>
                <Button
                  onClick={() =>
                    setViewed({
                      name: `${license.licenseNo}.pdf`,
                      mediaType: 'application/pdf',
                      path: `/portal/licenses/${license.id}/content`,
                    })
                  }
                >
                  {t('common.document.view')}
                  <span className="ow-hidden">{license.licenseNo}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={<h2 className="ow-card-title">{t('portal.account.notices')}</h2>}>
          <p>{t('portal.account.phone', { phone: account.phone })}</p>
          <Field id="mail" label={t('portal.account.mail')} hint={t('portal.account.mailHint')}>
            <Input
              type="email"
              autoComplete="email"
              maxLength={200}
              value={mail}
              onChange={(event) => setMail(event.target.value)}
            />
          </Field>
          <ProblemAlert error={keepMail.error} />
          <Button loading={keepMail.isPending} onClick={() => keepMail.mutate(undefined)}>
            {t('portal.account.mailSave')}
          </Button>
        </Card>
      </div>
      <FileViewerDialog file={viewed} onClose={() => setViewed(null)} />
    </Page>
  );
}
