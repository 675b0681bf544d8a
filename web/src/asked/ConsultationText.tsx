import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Consultation } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** Who was asked what by when, and what they said. */
export function ConsultationText({ asked }: { asked: Consultation }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <div>
      <div className="ow-row">
        <Tag variant="outlined">{t(`asked.consult.state.${asked.state}`)}</Tag>
        <span>
          {t('asked.consult.fromTo', {
            from: `${asked.askedFrom.name} ${asked.askedBy}`,
            to: asked.toPerson ?? asked.to.name,
          })}
        </span>
        <span className="ow-muted">{t('asked.by', { day: formatDay(asked.dueDay, language) })}</span>
      </div>
      <div>{asked.question}</div>
      {asked.position === null ? null : (
        <div>
          <strong>{t(`asked.consult.position.${asked.position}`)}</strong>
          <span className="ow-muted">（{asked.answeredBy}）</span> {asked.answer}
        </div>
      )}
    </div>
  );
}
