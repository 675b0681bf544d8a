import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { objectToNotice, readNotice } from '../api/notices.ts';
import type { FormData } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { NoticeFacts } from './NoticeFacts.tsx';

const blank: FormData = {};

/** For everybody: a public notice, and what one has against it. */
export function ObjectPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const form: FormHandle = useRef(null);
  const [token, setToken] = useState('');
  const notice = useQuery({ queryKey: ['notice', id], queryFn: () => readNotice(id) });
  const object = useAction({
    run: (formData: FormData) => objectToNotice(id, formData),
    done: (answer) => setToken(answer.token),
    failed: () => undefined,
  });
  if (notice.data === undefined)
    return notice.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={notice.error} onRetry={() => void notice.refetch()} />
    );
  const send = () => {
    if (form.current === null || form.current.validate().length > 0) return;
    object.mutate(form.current.data());
  };
  return (
    <Page title={t('notice.objectTitle')} trail={[{ label: t('notice.title'), to: '/notices' }]}>
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{say(notice.data.itemName)}</h2>}>
          <NoticeFacts notice={notice.data} />
        </Card>
        {token !== '' ? (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('notice.sent')}
            description={<Link to={`/objections/${token}`}>{t('notice.readAnswer')}</Link>}
          />
        ) : notice.data.form === null ? null : (
          <Card>
            <ProblemAlert error={object.error} />
            <FormPanel form={notice.data.form} data={blank} handle={form} />
            <p className="ow-muted ow-small">{t('notice.privacy')}</p>
            <Button type="primary" loading={object.isPending} onClick={send}>
              {t('notice.send')}
            </Button>
          </Card>
        )}
      </div>
    </Page>
  );
}
