import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MigrationFinding } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';

const colours: Readonly<Record<MigrationFinding['severity'], string>> = {
  blocking: 'red',
  // Orange and green of the library are too pale for their own words (WCAG 1.4.3).
  warning: 'default',
  info: 'default',
};

/** Findings of a plan, what blocks first; each with what to do about it. */
export function FindingLines({ findings }: { findings: readonly MigrationFinding[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const order = Object.keys(colours);
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  if (sorted.length === 0) return null;
  return (
    <ul className="ow-list">
      {sorted.map((finding) => (
        <li key={`${finding.code}${finding.element ?? ''}${finding.en}`}>
          <Tag color={colours[finding.severity]}>{t(`migration.severity.${finding.severity}`)}</Tag>
          {language === 'en' ? finding.en : finding.zh}
          {finding.severity === 'info' ? null : <div className="ow-small ow-muted">{say(finding.help)}</div>}
        </li>
      ))}
    </ul>
  );
}
