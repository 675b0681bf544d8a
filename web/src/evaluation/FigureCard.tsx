import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, SubjectScore } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { pointsText } from './evaluationTexts.ts';
import { FactList } from './FactList.tsx';

/** One figure: what is counted, how it was reckoned, and on request each case behind it. */
export function FigureCard({
  figure,
  view,
  onAppealed,
}: {
  figure: Figure;
  view: SubjectScore;
  onAppealed: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  const name = say(figure.name);
  return (
    <Card
      title={<h2 className="ow-card-title">{name}</h2>}
      extra={
        <span className="ow-row">
          <Tag>{t('evaluation.weightIs', { weight: figure.weight })}</Tag>
          <strong className="ow-nums">
            {figure.points === null
              ? t('evaluation.notCounted')
              : t('evaluation.pointsAre', { points: pointsText(figure.points) })}
          </strong>
        </span>
      }
    >
      <p className="ow-muted ow-evaluation-counts">{say(figure.counts)}</p>
      <ol className="ow-evaluation-lines">
        {figure.lines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ol>
      {figure.facts === 0 ? null : (
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'evaluation.facts.hide' : 'evaluation.facts.show', { count: figure.facts })}
          <span className="ow-hidden">{name}</span>
        </Button>
      )}
      {open ? <FactList figure={figure} view={view} onAppealed={onAppealed} /> : null}
    </Card>
  );
}
