import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listUrges, replyToUrge } from '../api/supervision.ts';
import type { Urge } from '../api/supervisionTypes.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { formatDay, formatInstant, nameOf } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Reminders and supervision orders with their replies; a department's head answers here. */
export function UrgeList({ state = '' }: { state?: '' | 'open' | 'answered' }) {
  const { t } = useTranslation();
  const urges = useQuery({ queryKey: ['supervision', 'urges', state], queryFn: () => listUrges(state) });
  if (urges.isPending) return <LoadingState />;
  if (urges.error !== null) return <ProblemAlert error={urges.error} onRetry={() => void urges.refetch()} />;
  if (urges.data.items.length === 0) return <EmptyState text={t('supervision.noUrges')} />;
  return (
    <ul className="ow-list">
      {urges.data.items.map((urge) => (
        <UrgeLine key={urge.id} urge={urge} />
      ))}
    </ul>
  );
}

function UrgeLine({ urge }: { urge: Urge }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  const reply = useAction({
    run: (words: string, key) => replyToUrge(urge.id, words, key),
    success: t('supervision.reply.done'),
    done: () => {
      setAnswering(false);
      void client.invalidateQueries({ queryKey: ['supervision', 'urges'] });
    },
  });
  const mayAnswer = !urge.reply && hasRole(user, ['head', 'approver', 'clerk']);
  return (
    <li>
      <div className="ow-row">
        <Tag color={urge.kind === 'order' ? 'error' : 'default'}>
          {t(`supervision.urge.kind.${urge.kind}`)}
        </Tag>
        <span className="ow-grow">{urge.message}</span>
        <Link to={`/cases/${urge.caseId}`}>{urge.caseNo ?? t('case.open')}</Link>
      </div>
      <div className="ow-small ow-muted">
        {nameOf(urge.by)} · {formatInstant(urge.at ?? urge.createdAt, language)}
        {urge.replyDueDay
          ? ` · ${t('supervision.urge.dueIs', { day: formatDay(urge.replyDueDay, language) })}`
          : null}
      </div>
      {urge.reply ? (
        <p>
          <strong>{t('supervision.reply.is')}</strong> {urge.reply.text}{' '}
          <span className="ow-small ow-muted">
            {nameOf(urge.reply.by)} · {formatInstant(urge.reply.at, language)}
          </span>
        </p>
      ) : (
        <p className="ow-muted">{t('supervision.reply.none')}</p>
      )}
      {mayAnswer && !answering ? (
        <Button size="small" onClick={() => setAnswering(true)}>
          {t('supervision.reply.open')}
        </Button>
      ) : null}
      {answering ? (
        <>
          <Field id={`reply-${urge.id}`} label={t('supervision.reply.text')} required>
            <Input.TextArea
              rows={2}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <div className="ow-row">
            <Button
              type="primary"
              disabled={text.trim() === ''}
              loading={reply.isPending}
              onClick={() => reply.mutate(text.trim())}
            >
              {t('supervision.reply.send')}
            </Button>
            <Button onClick={() => setAnswering(false)}>{t('common.cancel')}</Button>
          </div>
        </>
      ) : null}
    </li>
  );
}
