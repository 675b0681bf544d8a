import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PermitStatus } from '../api/publications.ts';

/** Dark enough for small type on white (WCAG 2.2, 1.4.3). */
const colours: Partial<Record<PermitStatus, string>> = {
  valid: '#1f6b12',
  annulled: '#a8071a',
  revoked: '#a8071a',
  withdrawn: '#a8071a',
};

/** How a published decision stands today; a refusal has no validity that could end. */
export function StatusTag({ status }: { status: PermitStatus | null }) {
  const { t } = useTranslation();
  const colour = status === null ? undefined : colours[status];
  return (
    <Tag
      variant="outlined"
      style={colour === undefined ? {} : { color: colour, borderColor: colour, background: '#fff' }}
    >
      {t(`publication.status.${status ?? 'refused'}`)}
    </Tag>
  );
}
