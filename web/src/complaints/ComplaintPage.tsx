import { Alert, Button, Card, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { complain, type NewComplaint, takeComplaintDown } from '../api/supervisionRecords.ts';
import { focusHeading } from '../app/focusHeading.ts';
import { useSession } from '../app/session.ts';
import { Field } from '../components/Field.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** “办不成事” 反映: for everybody who could not get something done. A short form, no account; the answer stands under a link. */
export function ComplaintPage() {
  useSession();
  return <ComplaintForm send={(body) => complain(body)} />;
}

/** The same at the window: a clerk takes down what somebody could not get done. */
export function WindowComplaintPage() {
  return <ComplaintForm send={takeComplaintDown} />;
}

function ComplaintForm({
  send: deliver,
}: {
  send: (body: NewComplaint, idempotencyKey: string) => Promise<{ token: string }>;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [said, setSaid] = useState<NewComplaint>({
    caseNo: search.get('caseNo') ?? '',
    name: '',
    contact: '',
    text: '',
  });
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState('');
  const send = useAction({
    run: deliver,
    done: (answer) => {
      setToken(answer.token);
      focusHeading();
    },
    failed: () => undefined,
  });
  const set = (key: keyof NewComplaint) => (event: { target: { value: string } }) =>
    setSaid((before) => ({ ...before, [key]: event.target.value }));
  const short = (key: keyof NewComplaint) =>
    tried && said[key].trim().length < 5 ? t(`complaint.missing.${key}`) : undefined;
  const submit = () => {
    setTried(true);
    const missing = (['text', 'contact'] as const).find((key) => said[key].trim().length < 5);
    if (missing === undefined) send.mutate(said);
    else document.getElementById(`complaint-${missing}`)?.focus();
  };
  return (
    <Page title={t('complaint.title')} plain>
      <div className="ow-stack">
        <p>{t('complaint.why')}</p>
        {token === '' ? (
          <Card>
            <ProblemAlert error={send.error} />
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                submit();
              }}
            >
              <Field
                id="complaint-text"
                label={t('complaint.text')}
                hint={t('complaint.textHint')}
                required
                error={short('text')}
              >
                <Input.TextArea rows={5} maxLength={2000} value={said.text} onChange={set('text')} />
              </Field>
              <Field id="complaint-case" label={t('complaint.caseNo')} hint={t('complaint.caseNoHint')}>
                <Input maxLength={40} inputMode="numeric" value={said.caseNo} onChange={set('caseNo')} />
              </Field>
              <Field id="complaint-name" label={t('complaint.name')}>
                <Input maxLength={60} autoComplete="name" value={said.name} onChange={set('name')} />
              </Field>
              <Field
                id="complaint-contact"
                label={t('complaint.contact')}
                hint={t('complaint.contactHint')}
                required
                error={short('contact')}
              >
                <Input maxLength={100} autoComplete="tel" value={said.contact} onChange={set('contact')} />
              </Field>
              <p className="ow-muted ow-small">{t('complaint.privacy')}</p>
              <Button type="primary" htmlType="submit" loading={send.isPending}>
                {t('complaint.send')}
              </Button>
            </form>
          </Card>
        ) : (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('complaint.sent')}
            description={<Link to={`/complaints/${token}`}>{t('complaint.readAnswer')}</Link>}
          />
        )}
      </div>
    </Page>
  );
}
