import { computeDue, hasDue } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { composeEntry, digestOf } from './composeEntry.ts';
import type { PublicationDocument } from './model.ts';
import { publicationOf } from './publicationRules.ts';
import { savePublication } from './savePublication.ts';

/**
 * Publishes a decision as its covered preview shows it; the publication clock stops. What was withdrawn may be published
 * again. An entry about a natural person is taken down after the pack's period (Personal Information Protection Law art. 19).
 * Throws AppError `publicationLacking` (document or license not there yet), `publicationChanged` (the preview that was read
 * is not what would be published), `stateConflict`, `versionConflict`.
 */
export async function publishDecision(input: {
  app: AppContext;
  /** undefined: the server does it, where the pack says so. */
  actor?: Actor;
  publication: PublicationDocument;
  /** Digest of the preview that the person has read. */
  digest?: string;
}): Promise<PublicationDocument> {
  const { app, actor, publication } = input;
  if (publication.state !== 'due' && publication.state !== 'withdrawn')
    throw new AppError('stateConflict', { params: { state: publication.state } });
  const by: EventActor =
    actor === undefined ? { kind: 'system', name: 'publicationSweep' } : asEventActor(actor);
  const { result } = await changeCase({
    app,
    caseId: publication.caseId,
    actor: by,
    request: actor?.request,
    work: async (change) => {
      const { entry, licenseId, lacking } = await composeEntry(app, change.subject);
      if (entry === undefined) throw new AppError('publicationLacking', { extra: { lacking } });
      if (input.digest !== undefined && digestOf(entry) !== input.digest)
        throw new AppError('publicationChanged');
      const { now } = change;
      const takeDownAt = publication.personal ? await endOfPeriod(app, change.subject, now) : undefined;
      const saved = await savePublication(app, change, publication, {
        set: {
          state: 'published',
          entry,
          subjectName: entry.subjectName,
          documentNo: entry.documentNo,
          listKey: `${now.toISOString()}|${publication._id}`,
          publishedAt: now,
          ...(actor === undefined ? {} : { publishedBy: asAuthor(actor) }),
          ...(licenseId === undefined ? {} : { licenseId }),
          ...(takeDownAt === undefined ? {} : { takeDownAt }),
        },
        unset: ['ended', 'correctedAt'],
      });
      await stopPublicationClock(app, change, publication);
      change.event('decisionPublished', { documentNo: entry.documentNo });
      return saved;
    },
  });
  return result;
}

/** Publication, or the decision that there is none, ends the clock of its decision. */
export async function stopPublicationClock(
  app: AppContext,
  change: CaseChange,
  { decisionNo }: PublicationDocument,
): Promise<void> {
  await stopClocks({ app, change, kinds: ['publication'], decisionNo });
}

async function endOfPeriod(app: AppContext, subject: CaseDocument, from: Date): Promise<Date | undefined> {
  const limit = (await publicationOf(app, subject))?.rules.personalFor;
  if (limit === undefined || !hasDue(limit)) return undefined;
  return computeDue({ limit, startAt: from }, app.calendar.calendar, from).dueAt;
}
