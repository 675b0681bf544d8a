import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addComment,
  type Comment,
  changeComment,
  listColleagues,
  listComments,
  readMentions,
  type Written,
} from '../api/comments.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { CommentForm } from './CommentForm.tsx';

/** Internal comments on a case, oldest first, and the next one. Seeing them marks the reader's notes of the case as read. */
export function CaseComments({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const queryKey = ['case', caseId, 'comments'];
  const comments = useQuery({ queryKey, queryFn: () => listComments(caseId), refetchInterval: 30_000 });
  const people = useQuery({
    queryKey: ['case', caseId, 'colleagues'],
    queryFn: () => listColleagues(caseId),
    staleTime: 60_000,
  });
  const [edited, setEdited] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ of: string; error: unknown } | null>(null);
  const [round, setRound] = useState(0);
  const seen = comments.data !== undefined;
  useEffect(() => {
    if (!seen) return;
    readMentions(caseId).then(
      () => void client.invalidateQueries({ queryKey: ['mentions'] }),
      () => undefined,
    );
  }, [caseId, client, seen]);
  const renew = () => void client.invalidateQueries({ queryKey });
  const add = useAction({
    run: (written: Written, key) => addComment(caseId, written, key),
    success: t('desk.comment.sent'),
    done: () => {
      setRound((before) => before + 1);
      setFailure(null);
      renew();
    },
    failed: (error) => setFailure({ of: 'new', error }),
  });
  const change = useAction({
    run: ({ comment, written }: { comment: Comment; written: Written }) =>
      changeComment(caseId, comment, written),
    success: t('desk.comment.sent'),
    done: () => {
      setEdited(null);
      setFailure(null);
      renew();
    },
    failed: (error) => {
      setFailure({ of: edited ?? '', error });
      renew();
    },
  });
  if (comments.isPending) return <LoadingState />;
  if (comments.error !== null)
    return <ProblemAlert error={comments.error} onRetry={() => void comments.refetch()} />;
  const colleagues = people.data?.items ?? [];
  const { items } = comments.data;
  const failureOf = (of: string) => (failure?.of === of ? failure.error : null);
  return (
    <div className="ow-stack" style={{ gap: 12 }}>
      <p className="ow-small ow-muted">{t('desk.comment.internal')}</p>
      {items.length === 0 ? <EmptyState text={t('desk.comment.none')} /> : null}
      <ol className="ow-list" aria-label={t('desk.comment.list')}>
        {items.map((comment) => (
          <li key={comment.id}>
            <div className="ow-row">
              <strong>{comment.by.name}</strong>
              <span className="ow-small ow-muted ow-grow">
                {comment.by.department} · {formatInstant(comment.at, language)}
              </span>
              {comment.editedAt === null ? null : <Tag>{t('desk.comment.edited')}</Tag>}
              {comment.editableUntil === null || edited === comment.id ? null : (
                <Button
                  size="small"
                  aria-label={t('desk.comment.editOf', { at: formatInstant(comment.at, language) })}
                  title={t('desk.comment.editable', { time: formatInstant(comment.editableUntil, language) })}
                  onClick={() => setEdited(comment.id)}
                >
                  {t('desk.comment.edit')}
                </Button>
              )}
            </div>
            {edited === comment.id ? (
              <CommentForm
                id={`${id}-${comment.id}`}
                label={t('desk.comment.label')}
                start={comment.text}
                colleagues={colleagues}
                action={t('desk.comment.save')}
                busy={change.isPending}
                failure={failureOf(comment.id)}
                onSend={(written) => change.mutate({ comment, written })}
                onCancel={() => setEdited(null)}
              />
            ) : (
              <p className="ow-plain-text">{comment.text}</p>
            )}
          </li>
        ))}
      </ol>
      <CommentForm
        key={round}
        id={`${id}-new`}
        label={t('desk.comment.label')}
        colleagues={colleagues}
        action={t('desk.comment.send')}
        busy={add.isPending}
        failure={failureOf('new')}
        onSend={(written) => add.mutate(written)}
      />
    </div>
  );
}
