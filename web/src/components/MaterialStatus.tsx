import {
  CheckCircleFilled,
  ClockCircleFilled,
  ExclamationCircleOutlined,
  SafetyCertificateFilled,
} from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MaterialStatus as Status } from '../api/caseTypes.ts';

const signs = {
  provided: { Icon: CheckCircleFilled, light: 'green' },
  held: { Icon: SafetyCertificateFilled, light: 'green' },
  missing: { Icon: ExclamationCircleOutlined, light: 'none' },
  waived: { Icon: ClockCircleFilled, light: 'yellow' },
  committed: { Icon: SafetyCertificateFilled, light: 'green' },
} as const;

/** State of a material: sign and word. */
export function MaterialStatus({ status, required }: { status: Status; required: boolean }) {
  const { t } = useTranslation();
  const { Icon, light } = signs[status];
  const shown = status === 'missing' && required ? 'red' : light;
  return (
    <span className={`ow-light ow-light-${shown}`}>
      <Icon aria-hidden /> {t(`common.material.${status}`)}
    </span>
  );
}

/** Whether the material is required, and whether it may follow later. */
export function MaterialKind({ required, keyMaterial }: { required: boolean; keyMaterial: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag>{t(required ? 'common.material.required' : 'common.material.optional')}</Tag>
      {required && !keyMaterial ? <Tag>{t('common.material.waivable')}</Tag> : null}
    </>
  );
}
