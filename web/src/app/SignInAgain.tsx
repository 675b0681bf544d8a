import { type Query, useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef, Modal } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, User } from '../api/types.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { sessionKey, signIn } from './session.ts';

/**
 * Over the page of somebody whose session has ended, or in whose browser another person has signed in meanwhile: what is
 * typed stays on the page, veiled, until the same person has given the password again.
 */
export function SignInAgain({ person, session }: { person: User; session: Session }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const field = useRef<InputRef>(null);
  const other = session.user;
  const enter = useAction({
    run: () => signIn(person.username, password, session.csrfToken),
    // Shown in the dialog.
    failed: () => setPassword(''),
    done: async (opened) => {
      // One that was asked before would come in as the answer that nobody is signed in.
      await client.cancelQueries({ queryKey: sessionKey });
      client.setQueryData(sessionKey, opened);
      // What was refused meanwhile, or read with the other person's rights, is read anew.
      const wanted = other === null ? { predicate: ({ state }: Query) => state.status === 'error' } : {};
      await client.invalidateQueries(wanted);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') enter.mutate(undefined);
  };
  return (
    <Modal
      open
      title={t(other === null ? 'login.again.title' : 'login.again.otherTitle', { other: other?.name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false, blur: true }}
      zIndex={3000}
      footer={null}
      // Not `autoFocus`: where nothing moves, the dialog is not in the page yet when its fields are made.
      afterOpenChange={(shown) => shown && field.current?.focus()}
    >
      <form onSubmit={submit}>
        <p>{t('login.again.text', { name: person.name })}</p>
        <Field id="again-username" label={t('login.username')}>
          <Input name="username" autoComplete="username" readOnly value={person.username} />
        </Field>
        <Field id="again-password" label={t('login.password')}>
          <Input.Password
            ref={field}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <div role="alert">
          <ProblemAlert error={enter.error} />
        </div>
        <Button block type="primary" htmlType="submit" disabled={password === ''} loading={enter.isPending}>
          {t('login.again.enter')}
        </Button>
        <p className="ow-small ow-muted ow-again">{t('login.again.leaving', { name: person.name })}</p>
        {/* A load of the page leaves nothing of the person in this browser's memory. */}
        <Button block type="text" onClick={() => location.assign(other === null ? '/login' : '/')}>
          {other === null ? t('login.again.leave') : t('login.again.goOnAs', { other: other.name })}
        </Button>
      </form>
    </Modal>
  );
}
