import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { Facts } from '../components/Facts.tsx';
import { FormPanel } from '../components/FormPanel.tsx';

/** Who applies and what was filled in, to read. */
export function CaseApplication({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { applicant, agent } = view;
  return (
    <div className="ow-stack">
      <Facts
        entries={[
          [t('case.applicant'), applicant?.name ?? view.applicantName],
          [t('window.applicant.idNumber'), applicant?.idNumber],
          [t('window.applicant.phone'), applicant?.phone],
          [t('window.applicant.representative'), applicant?.legalRepresentative],
          [t('window.part.agent'), agent ? `${agent.name} ${agent.phone ?? ''}` : null],
        ]}
      />
      {view.form === null || view.form === undefined ? null : (
        <FormPanel form={view.form} data={view.formData ?? {}} readOnly />
      )}
    </div>
  );
}
