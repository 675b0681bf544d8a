import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import type { EntitlementDocument } from './model.ts';
import type { LookFacts } from './suspensionRules.ts';

/** What the suspensions of an entitlement are judged by: the rules of its pack version and its holder's licenses. */
export async function lookFacts(
  app: AppContext,
  entitlement: Pick<EntitlementDocument, 'packCode' | 'packVersion' | 'holderIndex'>,
  now: Date,
): Promise<LookFacts> {
  const { pack } = await app.packs.version(entitlement.packCode, entitlement.packVersion);
  const rules = pack.payment?.suspensions ?? [];
  const types = rules.flatMap(({ because }) => ('license' in because ? [because.license] : []));
  const held =
    types.length === 0 || entitlement.holderIndex === ''
      ? []
      : ((await app.models.licenses
          .find({ tenant: app.tenant, holderIndex: entitlement.holderIndex })
          .lean()) as LicenseDocument[]);
  return {
    rules,
    licenses: new Map(
      types.map((type) => [
        type,
        held.filter((license) => license.type === type && license.state !== 'draft'),
      ]),
    ),
    calendar: app.calendar.calendar,
    closesOn: pack.payment?.closesOn ?? 20,
    now,
  };
}
