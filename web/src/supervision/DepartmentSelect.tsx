import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** One of these departments, or any (''). */
export function DepartmentSelect({
  departments,
  value,
  onChange,
}: {
  departments: readonly { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('case.department')}
      value={value}
      style={{ minWidth: 240, maxWidth: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
      options={[
        { value: '', label: t('supervision.anyDepartment') },
        ...departments.map((one) => ({ value: one.id, label: one.name })),
      ]}
    />
  );
}
