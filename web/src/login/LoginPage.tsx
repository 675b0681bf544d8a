import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { homeOf } from '../app/navigation.ts';
import { sessionKey, signIn, useSession } from '../app/session.ts';
import { Field } from '../components/Field.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { DemoAccounts } from './DemoAccounts.tsx';

/** Only addresses of this site: `//host` and absolute ones lead home. */
export function safeReturn(address: string | null): string | null {
  return address !== null && /^\/(?![/\\])/.test(address) ? address : null;
}

/** Log-in. Paste and password managers work; nothing has to be solved or remembered but the password (WCAG 2.2, 3.3.8). */
export function LoginPage() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const back = safeReturn(search.get('return'));
  const enter = useAction({
    run: () => signIn(username.trim(), password),
    failed: () => setPassword(''),
    done: (opened) => {
      client.clear();
      // Leads on, below; a second way there could still arrive when the person has gone on already.
      client.setQueryData(sessionKey, opened);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() !== '' && password !== '') enter.mutate(undefined);
  };
  const missing = (value: string) =>
    tried && value.trim() === '' && enter.error === null ? t('common.fillIn') : undefined;
  if (session.data?.user) return <Navigate to={back ?? homeOf(session.data.user)} replace />;
  return (
    <div className="ow-login">
      <Page title={t('login.title')} plain>
        <Card>
          <form onSubmit={submit}>
            {back === null ? null : <p className="ow-muted">{t('login.return')}</p>}
            <Field id="username" label={t('login.username')} error={missing(username)}>
              <Input
                size="large"
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            </Field>
            <Field id="password" label={t('login.password')} error={missing(password)}>
              <Input.Password
                size="large"
                name="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
            <div role="alert" style={{ marginBottom: enter.error === null ? 0 : 12 }}>
              <ProblemAlert error={enter.error} />
            </div>
            <Button block size="large" type="primary" htmlType="submit" loading={enter.isPending}>
              {t('login.enter')}
            </Button>
          </form>
        </Card>
        {session.data?.profile === 'dev' ? (
          <DemoAccounts
            onChoose={(account) => {
              setUsername(account);
              document.getElementById('password')?.focus();
            }}
          />
        ) : null}
      </Page>
    </div>
  );
}
