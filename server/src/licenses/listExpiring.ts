import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { shiftDay } from '../clocks/shiftDay.ts';
import type { Actor } from '../identity/actor.ts';
import type { LicenseDocument } from './model.ts';
import { renewalWindow } from './renewalWindow.ts';
import { licenseSummary } from './viewLicense.ts';

export interface ExpiringQuery {
  /** Calendar days from today on. */
  days: number;
  cursor?: string | undefined;
  limit: number;
}

/**
 * Licenses that the actor's department issued and that expire within so many days, soonest first, each with when its renewal
 * may be asked for. Found by index; holders are masked.
 */
export async function listExpiring(input: { app: AppContext; actor: Actor; query: ExpiringQuery }) {
  const { app, actor, query } = input;
  const today = shanghaiDay(app.time.now());
  const [fromDay = today, afterId = ''] =
    query.cursor === undefined ? [] : Buffer.from(query.cursor, 'base64url').toString().split(' ');
  const to = shiftDay(today, { value: query.days, unit: 'day' }, 1, app.calendar.calendar);
  const found = (
    (await app.models.licenses
      .find({
        tenant: app.tenant,
        issuerId: actor.department.id,
        state: 'issued',
        validTo: trusted({ $gte: fromDay < today ? today : fromDay, $lte: to }),
      })
      .lean()) as LicenseDocument[]
  )
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .filter((license) => keyOf(license) > `${fromDay} ${afterId}`);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const items = [];
  for (const license of page) items.push(await viewExpiring(app, license));
  return {
    items,
    nextCursor:
      found.length > page.length && last !== undefined
        ? Buffer.from(keyOf(last)).toString('base64url')
        : null,
  };
}

async function viewExpiring(app: AppContext, license: LicenseDocument) {
  const subject = await app.models.cases
    .findOne({ _id: license.caseId, tenant: app.tenant }, { packCode: 1, packVersion: 1 })
    .lean();
  const loaded =
    subject === null ? undefined : await app.packs.version(subject.packCode, subject.packVersion);
  const window = renewalWindow(loaded?.pack.license?.renewal, license.validTo ?? '', app.calendar.calendar);
  return {
    ...licenseSummary(app, license),
    renewal: {
      from: window?.from ?? null,
      latest: window?.latest ?? null,
      rule: window?.rule ?? null,
    },
    reminded: (license.expiryReminders ?? []).filter(({ firedAt }) => firedAt !== undefined).length,
  };
}

function keyOf({ validTo, _id }: LicenseDocument): string {
  return `${validTo ?? ''} ${_id}`;
}
