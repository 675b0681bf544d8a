import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerRating, listRatings, type StaffRating } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { VisitAgain } from './VisitAgain.tsx';

/** What applicants think of finished services; the head of the rated department answers the bad ones. */
export function RatingList() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const ratings = useQuery({ queryKey: ['supervision', 'ratings'], queryFn: listRatings });
  if (ratings.isPending) return <LoadingState />;
  if (ratings.error !== null)
    return <ProblemAlert error={ratings.error} onRetry={() => void ratings.refetch()} />;
  if (ratings.data.items.length === 0) return <EmptyState text={t('portal.rating.none')} />;
  return (
    <ul className="ow-list">
      {ratings.data.items.map((rating) => (
        <li key={rating.id}>
          <div className="ow-row">
            <strong className="ow-grow">{t(`portal.rating.grade.${rating.grade}`)}</strong>
            <Tag>{t(`portal.rating.state.${rating.state}`)}</Tag>
          </div>
          <div className="ow-small ow-muted">
            <Link to={`/cases/${rating.caseId}`}>{t('case.numberIs', { caseNo: rating.caseNo })}</Link> ·{' '}
            {rating.department} · {t(`portal.rating.door.${rating.door}`)} ·{' '}
            {formatInstant(rating.at, language)}
          </div>
          {rating.reasons.length === 0 ? null : (
            <div>
              {rating.reasons.map((reason) => t(`portal.rating.reason.${reason}`)).join(t('portal.and'))}
            </div>
          )}
          {rating.comment === '' ? null : <div>{rating.comment}</div>}
          {rating.state === 'open' && rating.replyDueDay !== null ? (
            <div className="ow-small">
              {t('portal.rating.replyBy', { day: formatDay(rating.replyDueDay, language) })}
            </div>
          ) : null}
          {rating.reply === null ? null : (
            <div>
              {t('portal.rating.reply')}: {rating.reply.text}
            </div>
          )}
          {rating.earlier.map(({ reply, visit }) => (
            <div key={visit?.at} className="ow-small ow-muted">
              {t('portal.rating.reply')}: {reply?.text} ·{' '}
              {visit === null ? null : `${t(`portal.rating.visit.result.${visit.result}`)}: ${visit.text}`}
            </div>
          ))}
          {rating.returnVisit === null ? null : (
            <div>
              {t('portal.rating.visit.title')}: {t(`portal.rating.visit.result.${rating.returnVisit.result}`)}{' '}
              · {rating.returnVisit.text}
            </div>
          )}
          {rating.mayVisit ? (
            <VisitAgain rating={rating} onDone={() => ratings.refetch().then(() => undefined)} />
          ) : null}
          {rating.mayAnswer ? (
            <Answer rating={rating} onDone={() => ratings.refetch().then(() => undefined)} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Answer({ rating, onDone }: { rating: StaffRating; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const answer = useAction({
    run: (words: string) => answerRating(rating.id, words),
    success: t('portal.rating.answered'),
    done: onDone,
  });
  return (
    <>
      <Field id={`answer-${rating.id}`} label={t('portal.rating.answer')}>
        <Input.TextArea
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button
        disabled={text.trim() === ''}
        loading={answer.isPending}
        onClick={() => answer.mutate(text.trim())}
      >
        {t('portal.rating.answerSend')}
        <span className="ow-hidden">{rating.caseNo}</span>
      </Button>
    </>
  );
}
