import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LicenseSection } from './LicenseSection.tsx';
import type { ErrorAt } from './SectionCard.tsx';

/** Of a visit: for each item that is a change, a renewal or the like, the license that it is about. */
export function MemberLicenses({
  view,
  chosen,
  purpose,
  readOnly,
  errorAt,
  onChange,
}: {
  view: CaseView;
  chosen: Readonly<Record<string, string>>;
  purpose: string;
  readOnly: boolean;
  errorAt: ErrorAt;
  onChange: (chosen: Record<string, string>) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return view.memberLicenses.map(({ packCode, itemName, operationName }) => (
    <section key={packCode} aria-labelledby={`license-of-${packCode}`} className="ow-member-license">
      <h3 id={`license-of-${packCode}`}>
        {t('visit.licenseOf', { item: say(itemName), operation: say(operationName) })}
      </h3>
      <LicenseSection
        value={chosen[packCode] ?? ''}
        holderCode={view.applicant?.idNumber ?? ''}
        purpose={purpose}
        readOnly={readOnly}
        error={errorAt(`memberLicenses.${packCode}`)}
        onChange={(licenseId) => onChange({ ...chosen, [packCode]: licenseId })}
      />
    </section>
  ));
}
