import type { AppContext } from '../app/appContext.ts';
import { maskName } from '../cases/maskName.ts';
import type { Agent, Applicant } from '../cases/model.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { checkPerson } from '../intake/checkPerson.ts';
import { newId } from '../store/newId.ts';
import { findAccount, openAccount } from './accountOf.ts';
import type { AccountPerson, ApplicantAccountDocument, Party, PartyPerson } from './model.ts';

/** Parties of one account. */
const mostParties = 20;
/** Questions to the registers from one account within seconds: nobody finds out names and numbers by trying. */
export const registerQuestions = { points: 10, duration: 24 * 3600 };

/** The account of the person who acts. Throws AppError `notSignedIn` when it is gone. */
export async function ownAccount(app: AppContext, accountId: string): Promise<ApplicantAccountDocument> {
  const account = await findAccount(app, accountId);
  if (account === undefined) throw new AppError('notSignedIn');
  return account;
}

/** In whose name this account applies, numbers masked. */
export function viewParties(app: AppContext, account: ApplicantAccountDocument) {
  const { parties } = openAccount(app, account);
  return account.parties.flatMap(({ id, kind, verified }) => {
    const person = parties[id];
    if (person === undefined) return [];
    return {
      id,
      kind,
      name: person.name,
      idNumber: `${person.idNumber.slice(0, 4)}**********${person.idNumber.slice(-2)}`,
      verified: verified === undefined ? null : { by: verified.by, at: new Date(verified.at).toISOString() },
    };
  });
}

/**
 * Adds a party: oneself once, others afterwards. The registers are asked where there are any: oneself by name, number and
 * phone, a company through oneself as its representative. Another person is nobody's to verify from afar: the window
 * compares the authorisation.
 * Throws AppError `invalidRequest`, `selfFirst`, `selfKnown`, `tooManyParties`, `identityMismatch`, `tooManyCodes`, `versionConflict`.
 */
export async function addParty(input: {
  app: AppContext;
  accountId: string;
  kind: Party['kind'];
  person: PartyPerson;
  requestId?: string | undefined;
}): Promise<{ id: string }> {
  const { app, accountId, kind } = input;
  const account = await ownAccount(app, accountId);
  const known = input.requestId === undefined ? undefined : partyOf(account, input.requestId);
  if (known !== undefined) return { id: known.id };
  const own = openAccount(app, account);
  const self = account.parties.find((party) => party.kind === 'self');
  if (kind === 'self' && self !== undefined) throw new AppError('selfKnown');
  if (kind !== 'self' && self === undefined) throw new AppError('selfFirst');
  if (account.parties.length >= mostParties) throw new AppError('tooManyParties');
  const person = { ...input.person, ...(kind === 'self' ? { phone: own.phone } : {}) };
  checkNumbers(app, kind, person);
  const verified = await verify({ app, account, own, kind, person });
  const id = input.requestId ?? newId();
  const now = app.time.now();
  const party: Party = { id, kind, addedAt: now, ...(verified === undefined ? {} : { verified }) };
  await save(app, account, [...account.parties, party], {
    ...own,
    parties: { ...own.parties, [id]: person },
  });
  return { id };
}

/** Takes a party off the account; cases begun in its name stay as they are. Throws AppError `notFound`, `versionConflict`. */
export async function removeParty(input: {
  app: AppContext;
  accountId: string;
  partyId: string;
}): Promise<void> {
  const { app, partyId } = input;
  const account = await ownAccount(app, input.accountId);
  if (partyOf(account, partyId) === undefined) throw new AppError('notFound');
  const own = openAccount(app, account);
  const { [partyId]: _gone, ...parties } = own.parties;
  await save(
    app,
    account,
    account.parties.filter(({ id }) => id !== partyId),
    { ...own, parties },
  );
}

/** Applicant and agent of a case in the name of a party. Throws AppError `partyUnknown`. */
export function personsFor(
  app: AppContext,
  account: ApplicantAccountDocument,
  partyId: string,
): { applicant: Applicant; agent?: Agent; party: Party } {
  const party = partyOf(account, partyId);
  const { parties } = openAccount(app, account);
  const person = parties[partyId];
  const self = parties[account.parties.find(({ kind }) => kind === 'self')?.id ?? ''];
  if (party === undefined || person === undefined || self === undefined) throw new AppError('partyUnknown');
  const { name, idType, idNumber, phone = self.phone, legalRepresentative } = person;
  const applicant: Applicant = {
    kind: party.kind === 'company' ? 'legal' : 'natural',
    name,
    idType,
    idNumber,
    ...(phone === undefined ? {} : { phone }),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
  };
  if (party.kind === 'self' || (party.kind === 'company' && legalRepresentative === self.name))
    return { party, applicant };
  const agent: Agent = {
    name: self.name,
    idNumber: self.idNumber,
    ...(self.phone === undefined ? {} : { phone: self.phone }),
    ...(person.authorisation === undefined ? {} : { authorisation: person.authorisation }),
  };
  return { party, applicant, agent };
}

/** Blind indexes of the numbers that a register has confirmed for this account: their licenses are the account's to see. */
export function verifiedHolders(app: AppContext, account: ApplicantAccountDocument): string[] {
  const { parties } = openAccount(app, account);
  return account.parties.flatMap(({ id, verified }) => {
    const person = parties[id];
    return verified === undefined || person === undefined
      ? []
      : [app.cipher.blindIndex('holder', person.idNumber)];
  });
}

/** The masked name of whoever holds the account, for the window. */
export function maskedHolder(app: AppContext, account: ApplicantAccountDocument): string {
  const self = account.parties.find(({ kind }) => kind === 'self');
  const person = self === undefined ? undefined : openAccount(app, account).parties[self.id];
  return person === undefined ? '' : maskName(person.name, 'natural');
}

function partyOf(account: ApplicantAccountDocument, id: string): Party | undefined {
  return account.parties.find((party) => party.id === id);
}

function checkNumbers(app: AppContext, kind: Party['kind'], person: PartyPerson): void {
  const { name, idType, idNumber } = person;
  try {
    checkPerson(
      { applicant: { kind: kind === 'company' ? 'legal' : 'natural', name, idType, idNumber } },
      app.time.now(),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problems: FieldProblem[] = error.problems.map((problem) => ({
      ...problem,
      path: 'idNumber',
      pointer: '/idNumber',
    }));
    throw new AppError('invalidRequest', { problems });
  }
}

async function verify(options: {
  app: AppContext;
  account: ApplicantAccountDocument;
  own: AccountPerson;
  kind: Party['kind'];
  person: PartyPerson;
}): Promise<Party['verified']> {
  const { app, account, own, kind, person } = options;
  const { register } = app;
  if (register.name === undefined || kind === 'person') return undefined;
  const self = account.parties.find((party) => party.kind === 'self');
  const representative = self?.verified === undefined ? undefined : own.parties[self.id];
  if (kind === 'company' && representative === undefined) return undefined;
  await app.registerLimiter.consume(`${app.tenant}:${account._id}`, 'tooManyCodes');
  const answer =
    representative === undefined || kind === 'self'
      ? await register.checkPerson({ ...person, phone: own.phone })
      : await register.checkCompany(person, representative);
  // A company may be applied for by an agent: that its representative is somebody else is no error.
  if (answer === 'mismatch' && kind === 'self') throw new AppError('identityMismatch');
  return answer === 'match' ? { by: register.name, at: app.time.now() } : undefined;
}

async function save(
  app: AppContext,
  account: ApplicantAccountDocument,
  parties: Party[],
  own: AccountPerson,
): Promise<void> {
  const saved = await app.models.applicantAccounts.updateOne(
    { _id: account._id, tenant: app.tenant, version: account.version },
    {
      $set: { parties, sealedAccount: app.cipher.seal(own, account._id), version: account.version + 1 },
    },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}
