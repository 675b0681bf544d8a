import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { askForCode, signInByCode } from '../api/portal.ts';
import { Field } from '../components/Field.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { safeReturn } from '../login/LoginPage.tsx';
import { isKiosk, portalSessionKey, usePortalSession } from './portalSession.ts';

const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text.replaceAll(/[\s-]/g, ''));

/** Sign-in in two short pages: the phone, then the code that was sent to it. Paste and the phone's own offer of the code work. */
export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = usePortalSession();
  const [search] = useSearchParams();
  const back = safeReturn(search.get('return')) ?? '/portal/cases';
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<{ resendAt: string } | null>(null);
  const send = useAction({
    run: () => askForCode(phone),
    failed: () => undefined,
    done: (answer) => {
      setSent(answer);
      setTried(false);
      setCode('');
    },
  });
  const enter = useAction({
    run: () => signInByCode({ phone, code, kiosk: isKiosk() }),
    failed: () => undefined,
    // The frame keeps looking at the session, and this page leads on; signing out loads the page anew, so nobody else's data are here.
    done: (opened) => {
      client.setQueryData(portalSessionKey, opened);
    },
  });
  if (session.data?.account) return <Navigate to={back} replace />;
  const askCode = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isPhone(phone)) send.mutate(undefined);
  };
  const useCode = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (/^\d{6}$/.test(code.trim())) enter.mutate(undefined);
  };
  if (sent === null)
    return (
      <Page key="phone" title={t('portal.signIn.phoneTitle')} plain>
        <Card>
          <form onSubmit={askCode} noValidate>
            <p>{t('portal.signIn.why')}</p>
            <Field
              id="phone"
              label={t('portal.signIn.phone')}
              hint={t('portal.signIn.phoneHint')}
              error={tried && !isPhone(phone) ? t('portal.signIn.phoneWrong') : undefined}
            >
              <Input
                size="large"
                type="tel"
                inputMode="tel"
                autoComplete="tel-national"
                maxLength={20}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            </Field>
            <div role="alert">
              <ProblemAlert error={send.error} />
            </div>
            <div className="ow-portal-actions">
              <Button size="large" type="primary" htmlType="submit" loading={send.isPending}>
                {t('portal.signIn.send')}
              </Button>
            </div>
          </form>
        </Card>
        <p className="ow-muted">{t('portal.signIn.privacy')}</p>
      </Page>
    );
  return (
    <Page key="code" title={t('portal.signIn.codeTitle')} plain>
      <Card>
        <form onSubmit={useCode} noValidate>
          <p role="status">{t('portal.signIn.sent', { phone })}</p>
          <Field
            id="code"
            label={t('portal.signIn.code')}
            hint={t('portal.signIn.codeHint')}
            error={tried && !/^\d{6}$/.test(code.trim()) ? t('portal.signIn.codeWrong') : undefined}
          >
            <Input
              size="large"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
          <div role="alert">
            <ProblemAlert error={enter.error ?? send.error} />
          </div>
          <div className="ow-portal-actions">
            <Button size="large" type="primary" htmlType="submit" loading={enter.isPending}>
              {t('portal.signIn.enter')}
            </Button>
            <Resend at={sent.resendAt} pending={send.isPending} onSend={() => send.mutate(undefined)} />
            <Button size="large" type="text" onClick={() => setSent(null)}>
              {t('portal.signIn.otherPhone')}
            </Button>
          </div>
        </form>
      </Card>
      {session.data?.profile === 'dev' ? (
        <p>
          <Link to="/dev/messages" target="_blank">
            {t('portal.signIn.outbox')}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}

/** Asks for another code, once the first has had its time to come. */
function Resend({ at, pending, onSend }: { at: string; pending: boolean; onSend: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(false);
    const timer = setTimeout(() => setOpen(true), Math.max(0, new Date(at).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [at]);
  return (
    <Button size="large" disabled={!open} loading={pending} onClick={onSend}>
      {t(open ? 'portal.signIn.resend' : 'portal.signIn.resendLater')}
    </Button>
  );
}
