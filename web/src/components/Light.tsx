import {
  CheckCircleFilled,
  CheckSquareFilled,
  CloseSquareFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PauseCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightColour } from '../api/types.ts';

const icons: Record<LightColour, ComponentType<{ 'aria-hidden'?: boolean }>> = {
  green: CheckCircleFilled,
  yellow: WarningFilled,
  red: ExclamationCircleFilled,
  paused: PauseCircleFilled,
  doneOnTime: CheckSquareFilled,
  doneLate: CloseSquareFilled,
};

/** The sign of a light, each colour with a shape of its own. */
export function LightIcon({ light }: { light: LightColour }) {
  const Icon = icons[light];
  return <Icon aria-hidden />;
}

/** A light: sign, word and number of working days, never colour alone. */
export function Light({
  light,
  workdays,
}: {
  light: LightColour | null | undefined;
  workdays?: number | null;
}) {
  const { t } = useTranslation();
  if (light === null || light === undefined) {
    return (
      <span className="ow-light ow-light-none">
        <MinusCircleOutlined aria-hidden /> {t('common.light.none')}
      </span>
    );
  }
  return (
    <span className={`ow-light ow-light-${light}`}>
      <LightIcon light={light} /> {t(`common.light.${light}`)}
      {workdays === undefined || workdays === null || light.startsWith('done') ? null : (
        <span className="ow-nums">{remainingWords(t, workdays, light)}</span>
      )}
    </span>
  );
}

function remainingWords(
  t: (key: string, values: { days: number; count?: number }) => string,
  workdays: number,
  light: LightColour,
): string {
  if (workdays < 0) return t('common.light.over', { days: -workdays, count: -workdays });
  if (workdays === 0)
    return t(light === 'red' ? 'common.light.overToday' : 'common.light.today', { days: 0 });
  return t('common.light.left', { days: workdays, count: workdays });
}
