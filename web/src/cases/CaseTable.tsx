import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSummary } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CaseStateTag } from '../components/CaseStateTag.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';

export interface CaseTableProps {
  caption: string;
  /** Undefined while they are read. */
  cases: CaseSummary[] | undefined;
  empty: string;
  linkTo: (one: CaseSummary) => string;
  showDepartment?: boolean;
}

/** Cases as a plain table; the number or the draft's name is the link. */
export function CaseTable({ caption, cases, empty, linkTo, showDepartment }: CaseTableProps) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  if (cases === undefined) return <LoadingState />;
  if (cases.length === 0) return <EmptyState text={empty} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.number')}</th>
            <th scope="col">{t('case.item')}</th>
            <th scope="col">{t('case.applicant')}</th>
            {showDepartment ? <th scope="col">{t('case.department')}</th> : null}
            <th scope="col">{t('case.state')}</th>
            <th scope="col">{t('case.light')}</th>
            <th scope="col">{t('case.due')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              <td className="ow-nums">
                <Link to={linkTo(one)}>
                  {one.caseNo ?? t('case.draftOf', { at: formatInstant(one.updatedAt, language) })}
                </Link>
              </td>
              <td>{say(one.itemName)}</td>
              <td>{one.applicantName || '—'}</td>
              {showDepartment ? <td>{one.department.name}</td> : null}
              <td>
                <CaseStateTag state={one.state} />
                {one.currentSteps.length === 0 ? null : (
                  <div className="ow-small ow-muted">{one.currentSteps.map(say).join(' · ')}</div>
                )}
              </td>
              <td>{one.light === null ? '—' : <Light light={one.light} />}</td>
              <td className="ow-nums ow-nowrap">{formatInstant(one.dueAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
