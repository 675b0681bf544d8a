import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import { presentLicense } from '../licenses/presentLicense.ts';
import { requireFitLicense } from '../licenses/requireFitLicense.ts';
import type { Filling } from '../prefill/followLicense.ts';
import { isVisitCode } from './visitCode.ts';

/** An item of a visit that is about a license in store. */
export interface LicensedMember {
  packCode: string;
  operation: string;
  loaded: LoadedPack;
  /** What the license fills in, by field of the visit's one form. */
  rules: { to: string; from: string }[];
}

type Visit = Pick<CaseDocument, 'packCode' | 'packVersion' | 'memberLicenses'>;

/** Items of a visit that are changes, renewals and the like: each names its own license. None for anything but a visit. */
export async function licensedMembers(app: AppContext, subject: Visit): Promise<LicensedMember[]> {
  if (!isVisitCode(subject.packCode)) return [];
  const { theme } = (await app.packs.version(subject.packCode, subject.packVersion)).pack;
  const members = await Promise.all(
    (theme?.items ?? []).map(async ({ item, operation }) => {
      const loaded = await app.packs.live(item);
      const { requiresLicense, prefill } = loaded.operation(operation);
      const rules = prefill.flatMap(({ to, from }) => {
        const question = theme?.sharedQuestions.find((shared) =>
          shared.to.some((place) => place.item === item && place.field === `/${to}`),
        );
        const filled = question !== undefined && from.startsWith('license:');
        return filled ? [{ to: question.field.slice(1), from }] : [];
      });
      return requiresLicense ? [{ packCode: item, operation, loaded, rules }] : [];
    }),
  );
  return members.flat();
}

/** What the license of each item fills in; without values where none is chosen. `before` is the choice that an edit has changed. */
export async function memberFillings(
  app: AppContext,
  subject: Visit,
  before: Visit['memberLicenses'] = {},
): Promise<Filling[]> {
  const chosen = subject.memberLicenses ?? {};
  const members = (await licensedMembers(app, subject)).filter(({ rules }) => rules.length > 0);
  return Promise.all(
    members.map(async ({ packCode, rules }) => {
      const licenseId = chosen[packCode];
      const license = licenseId === undefined ? undefined : await presentLicense(app, { licenseId });
      const left = await leftLicense(app, before[packCode], licenseId);
      if (license === undefined) return { rules, values: {}, left };
      return {
        rules,
        left,
        values: { license: app.cipher.open<LicenseContent>(license.sealedContent, license._id) },
      };
    }),
  );
}

/** Number of the license that another, or none, takes the place of; undefined where the choice is the same or the first. */
export async function leftLicense(
  app: AppContext,
  before: string | undefined,
  now: string | undefined,
): Promise<string | undefined> {
  if (before === undefined || before === now) return undefined;
  return (await presentLicense(app, { licenseId: before }))?.licenseNo;
}

/**
 * The licenses named for items of a visit, checked to exist; an empty one takes the choice back.
 * Throws AppError `itemUnknown` for what is no such item of the visit, `licenseRequired`.
 */
export async function chooseMemberLicenses(
  app: AppContext,
  subject: Visit,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const members = new Set((await licensedMembers(app, subject)).map(({ packCode }) => packCode));
  const chosen = { ...subject.memberLicenses };
  for (const [packCode, licenseId] of Object.entries(given)) {
    if (!members.has(packCode)) throw new AppError('itemUnknown', { params: { packCode } });
    if (licenseId === '') {
      delete chosen[packCode];
      continue;
    }
    const license = await app.models.licenses.findOne({ _id: licenseId, tenant: app.tenant }).lean();
    if (license === null) throw new AppError('licenseRequired');
    chosen[packCode] = licenseId;
  }
  return chosen;
}

/**
 * Checks at receipt that each item of a visit that is about a license names a fit one.
 * Throws AppError as `requireFitLicense` does, the problem at `memberLicenses.<packCode>`.
 */
export async function requireMemberLicenses(app: AppContext, subject: CaseDocument): Promise<void> {
  for (const { packCode, operation, loaded } of await licensedMembers(app, subject)) {
    const { licenseId: _own, ...rest } = subject;
    const licenseId = subject.memberLicenses?.[packCode];
    const about = { ...rest, operation, ...(licenseId === undefined ? {} : { licenseId }) };
    try {
      await requireFitLicense(app, about, loaded);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { 'zh-CN': zh, en } = loaded.pack.name;
      const message = {
        'zh-CN': `${zh}：${error.userMessage('zh-CN')}`,
        en: `${en}: ${error.userMessage('en')}`,
      };
      throw new AppError(error.code, {
        params: error.params,
        problems: [
          {
            path: `memberLicenses.${packCode}`,
            pointer: `/memberLicenses/${packCode}`,
            rule: error.code,
            message,
          },
        ],
      });
    }
  }
}
