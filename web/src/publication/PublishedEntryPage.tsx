import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { objectToEntry, readPublished } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { EntryFacts } from './EntryFacts.tsx';
import { StatusTag } from './StatusTag.tsx';

/** For everybody: one published decision, and how to say that it is wrong. */
export function PublishedEntryPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const entry = useQuery({ queryKey: ['published', id], queryFn: () => readPublished(id) });
  if (entry.data === undefined)
    return entry.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={entry.error} onRetry={() => void entry.refetch()} />
    );
  const { data } = entry;
  return (
    <Page
      title={say(data.itemName)}
      trail={[{ label: t('publication.title'), to: '/publications' }]}
      extra={<StatusTag status={data.status} />}
    >
      <div className="ow-stack">
        <Card>
          <EntryFacts entry={data.entry} />
          <p className="ow-small ow-muted">
            {t('publication.publishedOn', { day: formatDay(data.publishedAt, language) })}
            {data.correctedAt === null
              ? ''
              : ` · ${t('publication.correctedOn', { day: formatDay(data.correctedAt, language) })}`}
          </p>
        </Card>
        <ObjectionForm id={id} />
      </div>
    </Page>
  );
}

const empty = { name: '', contact: '', text: '' };
const shortest = { name: 1, contact: 5, text: 5 } as const;

function ObjectionForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(empty);
  const [tried, setTried] = useState(false);
  const object = useAction({ run: (body: typeof empty) => objectToEntry(id, body), failed: () => undefined });
  const lacks = (part: keyof typeof empty) => said[part].trim().length < shortest[part];
  const errorOf = (part: keyof typeof empty) =>
    tried && lacks(part) ? t(`publication.objection.${part}Lacks`) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = (['name', 'contact', 'text'] as const).find(lacks);
    if (wrong === undefined) object.mutate(said);
    else document.getElementById(`objection-${wrong}`)?.focus();
  };
  const set = (part: keyof typeof empty) => (event: { target: { value: string } }) =>
    setSaid((before) => ({ ...before, [part]: event.target.value }));
  return (
    <Card title={<h2 className="ow-card-title">{t('publication.objection.title')}</h2>}>
      {object.data === undefined ? (
        <form onSubmit={submit} noValidate>
          <p className="ow-muted">{t('publication.objection.why')}</p>
          <ProblemAlert error={object.error} />
          <div className="ow-fields">
            <Field
              id="objection-name"
              label={t('publication.objection.name')}
              required
              error={errorOf('name')}
            >
              <Input maxLength={60} autoComplete="name" value={said.name} onChange={set('name')} />
            </Field>
            <Field
              id="objection-contact"
              label={t('publication.objection.contact')}
              required
              error={errorOf('contact')}
            >
              <Input maxLength={100} autoComplete="tel" value={said.contact} onChange={set('contact')} />
            </Field>
          </div>
          <Field id="objection-text" label={t('publication.objection.text')} required error={errorOf('text')}>
            <Input.TextArea rows={3} maxLength={2000} value={said.text} onChange={set('text')} />
          </Field>
          <Button htmlType="submit" loading={object.isPending}>
            {t('publication.objection.send')}
          </Button>
        </form>
      ) : (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('publication.objection.sent')}
          description={
            <Link to={`/publication-objections/${object.data.token}`}>{t('notice.readAnswer')}</Link>
          }
        />
      )}
    </Card>
  );
}
