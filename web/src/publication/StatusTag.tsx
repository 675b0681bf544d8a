import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PermitStatus } from '../api/publications.ts';

const colours: Partial<Record<PermitStatus, string>> = {
  valid: 'green',
  annulled: 'red',
  revoked: 'red',
  withdrawn: 'red',
};

/** How a published decision stands today; a refusal has no validity that could end. */
export function StatusTag({ status }: { status: PermitStatus | null }) {
  const { t } = useTranslation();
  return (
    <Tag variant="outlined" color={status === null ? 'default' : (colours[status] ?? 'default')}>
      {t(`publication.status.${status ?? 'refused'}`)}
    </Tag>
  );
}
