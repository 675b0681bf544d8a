import { Alert, Button, Card, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenRating, NewRating } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatDay } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const grades = [5, 4, 3, 2, 1] as const;
const reasons = ['slow', 'manyTrips', 'unclear', 'attitude', 'materials', 'page'] as const;

/** 好差评: five grades, voluntary, once; whoever is not content may say why and is answered. */
export function RatingCard({
  rating,
  mayRate,
  send,
  onRated,
}: {
  rating: GivenRating | null;
  mayRate: boolean;
  send: (given: NewRating) => Promise<unknown>;
  onRated: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [grade, setGrade] = useState<number>();
  const [ticked, setTicked] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const rate = useAction({
    run: (chosen: number) =>
      send({
        grade: chosen,
        reasons: chosen <= 2 ? ticked : [],
        ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      }),
    success: t('portal.rating.thanks'),
    failed: () => undefined,
    done: onRated,
  });
  if (rating !== null)
    return (
      <Card title={<h2 className="ow-card-title">{t('portal.rating.yours')}</h2>}>
        <p>
          <strong>{t(`portal.rating.grade.${rating.grade}`)}</strong>
          {rating.comment === '' ? null : ` · ${rating.comment}`}
        </p>
        {rating.reply !== null ? (
          <Alert type="info" showIcon title={t('portal.rating.reply')} description={rating.reply.text} />
        ) : rating.replyDueDay === null ? null : (
          <p className="ow-muted">
            {t('portal.rating.replyBy', { day: formatDay(rating.replyDueDay, language) })}
          </p>
        )}
      </Card>
    );
  if (!mayRate) return null;
  const bad = grade !== undefined && grade <= 2;
  return (
    <Card title={<h2 className="ow-card-title">{t('portal.rating.title')}</h2>}>
      <p className="ow-muted">{t('portal.rating.voluntary')}</p>
      <Radio.Group
        className="ow-portal-choice"
        aria-label={t('portal.rating.title')}
        value={grade}
        onChange={(event: { target: { value?: unknown } }) => setGrade(Number(event.target.value))}
        options={grades.map((value) => ({ value, label: t(`portal.rating.grade.${value}`) }))}
      />
      {bad ? (
        <fieldset className="ow-portal-fieldset">
          <legend>{t('portal.rating.why')}</legend>
          <Checkbox.Group
            className="ow-portal-choice"
            value={ticked}
            onChange={(values: unknown[]) => setTicked(values.map(String))}
            options={reasons.map((value) => ({ value, label: t(`portal.rating.reason.${value}`) }))}
          />
        </fieldset>
      ) : null}
      {grade === undefined ? null : (
        <Field id="rating-comment" label={t('portal.rating.comment')} hint={t('portal.rating.commentHint')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Field>
      )}
      <ProblemAlert error={rate.error} />
      <div className="ow-portal-actions">
        <Button
          type="primary"
          disabled={grade === undefined}
          loading={rate.isPending}
          onClick={() => grade !== undefined && rate.mutate(grade)}
        >
          {t('portal.rating.send')}
        </Button>
      </div>
    </Card>
  );
}
