import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/supervisionRecords.ts';

const colours = { notice: 'default', warning: 'warning', serious: 'error' } as const;

/** How grave a finding is, where it stands, whether somebody is late with it: in words, never by colour alone. */
export function FindingTags({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag color={colours[finding.severity]}>{t(`records.severity.${finding.severity}`)}</Tag>
      <Tag>
        {finding.result === null || finding.state === 'open'
          ? t(`records.stage.${finding.stage}`)
          : t(`records.result.${finding.result}`)}
      </Tag>
      {finding.late ? <Tag color="error">{t('records.late')}</Tag> : null}
    </>
  );
}
