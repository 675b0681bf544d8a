import type { AppContext } from '../app/appContext.ts';
import { findAccount, openAccount } from '../applicants/accountOf.ts';
import type { ApplicantAccountDocument, Party, PartyPerson } from '../applicants/model.ts';
import { isOnline } from '../applicants/ownCases.ts';
import { addParty, personsFor } from '../applicants/parties.ts';
import { findOrOpen } from '../applicants/signInByCode.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { createDraft } from '../intake/createDraft.ts';

export interface CallerParty {
  kind: Party['kind'];
  person: PartyPerson;
}

/**
 * Hotline: an operator writes down an application for somebody who calls. It becomes a draft in the account of the caller's
 * phone and a message goes there: the caller signs in, completes it and hands it in. The operator cannot do that for them.
 * Throws AppError `onlyAtWindow`, `identityMismatch` (the account is another person's), and what addParty and createDraft throw.
 */
export async function prepareForCaller(input: {
  app: AppContext;
  actor: Actor;
  phone: string;
  caller: PartyPerson;
  /** Absent: the caller applies for themself. */
  party?: CallerParty | undefined;
  packCode: string;
  operation: string;
  area?: { town?: string | undefined; village?: string | undefined } | undefined;
  formData: Record<string, unknown>;
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, phone, packCode, operation, requestId } = input;
  const { pack } = await app.packs.live(packCode);
  if (!isOnline(pack)) throw new AppError('onlyAtWindow');
  const phoneIndex = app.cipher.blindIndex('phone', phone);
  const { _id: accountId } = await findOrOpen({ app, phone, phoneIndex, locale: 'zh-CN' });
  // An earlier try of the same request got as far as this.
  const begun =
    requestId === undefined
      ? null
      : await app.models.cases
          .findOne({ _id: requestId, tenant: app.tenant, 'account.id': accountId })
          .lean();
  if (begun !== null) return begun as CaseDocument;
  const self = await partyFor(app, accountId, { kind: 'self', person: input.caller });
  const partyId = input.party === undefined ? self : await partyFor(app, accountId, input.party);
  const account = await requireAccount(app, accountId);
  const { applicant, agent, party } = personsFor(app, account, partyId);
  return createDraft({
    app,
    actor,
    packCode,
    operation,
    edit: {
      applicant,
      ...(agent === undefined ? {} : { agent }),
      ...(input.area === undefined ? {} : { area: input.area }),
      formData: input.formData,
    },
    account: {
      id: accountId,
      door: 'hotline',
      officeId: app.config.ONLINE_OFFICE,
      ...(party.verified === undefined ? {} : { verifiedBy: party.verified.by }),
    },
    requestId,
  });
}

/** The party of that kind and number, added when the account does not have it yet. */
async function partyFor(app: AppContext, accountId: string, { kind, person }: CallerParty): Promise<string> {
  const account = await requireAccount(app, accountId);
  const { parties } = openAccount(app, account);
  const ofKind = account.parties.filter((party) => party.kind === kind);
  const known = ofKind.find(({ id }) => parties[id]?.idNumber === person.idNumber);
  if (known !== undefined) return known.id;
  // The phone belongs to the account of somebody else.
  if (kind === 'self' && ofKind.length > 0) throw new AppError('identityMismatch');
  return (await addParty({ app, accountId, kind, person })).id;
}

async function requireAccount(app: AppContext, id: string): Promise<ApplicantAccountDocument> {
  const account = await findAccount(app, id);
  if (account === undefined) throw new AppError('notFound');
  return account;
}
