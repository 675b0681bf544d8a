import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Applicant } from '../api/caseTypes.ts';

export interface NumberConfirmationProps {
  value: Applicant;
  failedCheck: boolean;
  onChange: (value: Applicant) => void;
}

/**
 * Some genuine old credit codes fail their check character. The clerk compares with the original and says so; it is
 * recorded in the audit of the case, and another number asks again.
 */
export function NumberConfirmation({ value, failedCheck, onChange }: NumberConfirmationProps) {
  const { t } = useTranslation();
  const confirmed = value.numberConfirmed === true;
  if (value.idType !== '001' || (!failedCheck && !confirmed)) return null;
  const confirm = (checked: boolean) => {
    const { numberConfirmed: _before, ...rest } = value;
    onChange(checked ? { ...rest, numberConfirmed: true } : rest);
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="group"
      aria-label={t('window.applicant.failedCheck')}
      title={t('window.applicant.failedCheck')}
      description={
        <>
          <p style={{ margin: '0 0 8px' }}>
            {t('window.applicant.failedCheckWhy', { number: value.idNumber })}
          </p>
          <Checkbox
            id="applicant-numberConfirmed"
            checked={confirmed}
            onChange={(event) => confirm(event.target.checked)}
          >
            {t('window.applicant.confirmNumber')}
          </Checkbox>
        </>
      }
    />
  );
}
