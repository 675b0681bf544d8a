import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { identifyContent } from '../files/identifyContent.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { identificationOf, windowStates } from './identifiedPerson.ts';
import type { PersonAtWindow } from './model.ts';

/** Comparisons under one consent; then the clerk recognises the person. */
const mostTries = 5;

/**
 * Has the service compare the photograph of the document with the person at the window. The pictures pass through memory
 * and are stored nowhere; score, threshold, service and instant are. Below the threshold nobody is refused: the clerk looks.
 * Throws AppError `notFound`, `stateConflict`, `personUnknown`, `matchConsentMissing`, `matchTriesUsedUp`, `cardOfOther`,
 * `matchUnavailable`, and what identifyContent throws.
 */
export async function matchPerson(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  person: PersonAtWindow;
  /** Number on the document that was read; checked where the case knows the person's. */
  cardNumber: string;
  card: Buffer;
  live: Buffer;
}): Promise<CaseDocument> {
  const { app, actor, caseId, person, card, live } = input;
  const before = await readIntakeCase(app, actor, caseId);
  requireState(before, ...windowStates);
  const known = identificationOf(app, before, person);
  if (known.consent?.given !== true) throw new AppError('matchConsentMissing');
  if (known.tries >= mostTries) throw new AppError('matchTriesUsedUp', { params: { limit: mostTries } });
  if (
    person !== 'legalRepresentative' &&
    app.cipher.blindIndex('holder', input.cardNumber) !== known.numberIndex
  )
    throw new AppError('cardOfOther');
  for (const picture of [card, live]) await identifyContent(pictureName(picture), picture, 'document');
  const matcher = app.matcher;
  if (matcher === undefined) throw new AppError('matchUnavailable');
  const { score } = await matcher.compare({ card, live }).catch((cause: unknown) => {
    throw new AppError('matchUnavailable', { cause });
  });
  const threshold = app.config.MATCH_THRESHOLD;
  const passed = score >= threshold;
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => {
      requireState(change.subject, ...windowStates);
      const now = identificationOf(app, change.subject, person);
      if (now.consent?.given !== true) throw new AppError('matchConsentMissing');
      const { manual: _before, ...rest } = now;
      change.subject.identification = {
        ...rest,
        tries: now.tries + 1,
        match: { score, threshold, service: matcher.service, at: change.now, by: actor.id, passed },
      };
      const details = { person, score, threshold, service: matcher.service };
      change.event(passed ? 'personMatched' : 'personNotMatched', details);
    },
  });
  return subject;
}

function pictureName(picture: Buffer): string {
  return picture[0] === 0x89 ? 'picture.png' : 'picture.jpg';
}
