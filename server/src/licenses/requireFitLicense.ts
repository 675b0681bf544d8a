import { shanghaiDay } from '@onewindow/clocks';
import type { LicenseType } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { statesFor } from './licenseActions.ts';
import { presentLicense, stateOn } from './presentLicense.ts';
import { renewalWindow } from './renewalWindow.ts';

/**
 * Checks that the license which an application names can be its subject: of the kind that the item issues, held by the
 * applicant (an amendment may change the holder), and in a state that allows the act.
 * Throws AppError `licenseRequired`, `licenseOfOtherKind`, `licenseOfOtherHolder`, `licenseUnfit`, `renewalTooEarly`.
 */
export async function requireFitLicense(
  app: AppContext,
  subject: CaseDocument,
  loaded: LoadedPack,
): Promise<void> {
  const { requiresLicense, licenseAction } = loaded.operation(subject.operation);
  if (!requiresLicense) return;
  const license = await presentLicense(app, subject);
  if (license === undefined || license.state === 'draft') throw new AppError('licenseRequired');
  if (license.type !== loaded.pack.license?.type) {
    throw new AppError('licenseOfOtherKind', { params: { name: license.name['zh-CN'] } });
  }
  if (licenseAction !== 'amend' && license.holderIndex !== subject.holderIndex)
    throw new AppError('licenseOfOtherHolder');
  const state = stateOn(license, app.time.now());
  if (!statesFor[licenseAction].includes(state)) throw new AppError('licenseUnfit', { params: { state } });
  if (licenseAction === 'renew' && license.validTo !== undefined)
    requireNotEarly(app, loaded.pack.license?.renewal, license.validTo);
}

/** An item may say how early a renewal may be asked for (`license.renewal.earliest`). */
function requireNotEarly(app: AppContext, rule: LicenseType['renewal'], validTo: string): void {
  const window = renewalWindow(rule, validTo, app.calendar.calendar);
  if (window?.from === undefined || shanghaiDay(app.time.now()) >= window.from) return;
  throw new AppError('renewalTooEarly', {
    params: { day: window.from, validTo, rule: window.rule['zh-CN'], ruleEn: window.rule.en },
  });
}
