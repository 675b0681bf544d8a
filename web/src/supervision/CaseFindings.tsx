import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listFindings } from '../api/supervisionRecords.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { FindingTags } from './FindingTags.tsx';

/** What supervision has found of a case, for supervisors and the department's head; nothing where there is nothing. */
export function CaseFindings({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const user = useUser();
  const findings = useQuery({
    queryKey: ['supervision', 'findings', { caseId }],
    queryFn: () => listFindings({ caseId, limit: 50 }),
    enabled: hasRole(user, ['supervisor', 'head']),
  });
  const items = findings.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('records.findings')}</h2>}>
      <ul className="ow-list">
        {items.map((finding) => (
          <li key={finding.id} className="ow-row">
            <Link className="ow-grow" to={`/supervision/findings/${finding.id}`}>
              {say(finding.name)}
            </Link>
            <FindingTags finding={finding} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
