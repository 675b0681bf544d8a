import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PresentVersion } from '../api/licenseTypes.ts';

/** The version that counts instead of this one, with the way to its state; nothing for one that speaks for itself. */
export function presentVersion(
  present: PresentVersion | null | undefined,
  t: TFunction,
): [string, ReactNode] {
  const name = t('verify.present');
  if (!present) return [name, null];
  return [
    name,
    <Link key="p" to={`/verify/${present.identifier}`}>
      {t('verify.presentIs', {
        licenseNo: present.licenseNo,
        version: present.version,
        state: t(`licenses.state.${present.state}`),
      })}
    </Link>,
  ];
}
