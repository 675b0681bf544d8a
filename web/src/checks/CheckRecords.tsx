import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '../api/checks.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { formatDay } from '../components/formats.ts';

/** What was recorded in this round, latest first. */
export function CheckRecords({ check }: { check: CheckView }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (check.records.length === 0) return <EmptyState text={t('checks.noRecord')} />;
  return (
    <ul className="ow-list">
      {check.records.toReversed().map((record) => (
        <li key={record.at}>
          <div className="ow-row">
            <strong>{t(`checks.result.${record.result}`)}</strong>
            {record.late ? <Tag>{t('checks.late')}</Tag> : null}
            <span className="ow-muted">
              {formatDay(record.day, language)} · {record.by}
              {record.documentNo === null ? '' : ` · ${record.documentNo}`}
            </span>
          </div>
          {record.formData === null || check.form === null ? (
            <p>{record.opinion}</p>
          ) : (
            <FormPanel form={check.form} data={record.formData} readOnly />
          )}
        </li>
      ))}
    </ul>
  );
}
