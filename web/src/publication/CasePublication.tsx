import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readCasePublication } from '../api/publications.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

/** Where the publication of a case's decision stands; nothing where it is not an open one. */
export function CasePublication({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const found = useQuery({
    queryKey: ['case', caseId, 'publication'],
    queryFn: () => readCasePublication(caseId),
    enabled: hasRole(user, ['approver', 'head', 'supervisor']),
  });
  const publication = found.data?.publication ?? null;
  if (publication === null) return null;
  const mine = hasRole(user, ['supervisor']) || user.department.id === publication.department.id;
  const words = t(`publication.state.${publication.state}`);
  const day = publication.publishedAt ?? publication.dueAt;
  return (
    <Card title={<h2 className="ow-card-title">{t('publication.title')}</h2>}>
      <div className="ow-row">
        {mine ? <Link to={`/publishing/${publication.id}`}>{words}</Link> : <span>{words}</span>}
        {publication.publishedAt === null && publication.state === 'exempt' ? null : (
          <span className="ow-nums ow-muted">
            {t(publication.publishedAt === null ? 'publication.dueBy' : 'publication.publishedOn', {
              day: formatInstant(day, language),
            })}
          </span>
        )}
        {publication.light === null ? null : (
          <Light light={publication.light} workdays={publication.remaining?.workdays ?? null} />
        )}
      </div>
    </Card>
  );
}
