import type { AppContext } from '../app/appContext.ts';
import { sweepDue } from '../app/sweepDue.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { upTo } from '../store/upTo.ts';
import { composeEntry } from './composeEntry.ts';
import type { PublicationDocument } from './model.ts';
import { publishDecision } from './publishDecision.ts';
import { openFields, savePublication } from './savePublication.ts';

/**
 * Publishes what packs release by themselves, once document and license are there, and takes down entries about natural
 * persons whose period is over. Returns how many it changed.
 */
export async function sweepPublications(app: AppContext): Promise<number> {
  return (await releaseReady(app)) + (await takeDownDue(app));
}

/** All that wait are looked at: they are few, and one whose license is not there yet must not hold up those behind it. */
async function releaseReady(app: AppContext): Promise<number> {
  const waiting = (await app.models.publications
    .find({ tenant: app.tenant, state: 'due', release: 'automatic' })
    .sort({ dueAt: 1 })
    .limit(500)
    .lean()) as PublicationDocument[];
  let released = 0;
  for (const publication of waiting) {
    try {
      // Looked at outside a transaction: most of what waits, waits for its license.
      const subject = await app.models.cases.findOne({ _id: publication.caseId, tenant: app.tenant }).lean();
      if (subject === null || (await composeEntry(app, subject as CaseDocument)).entry === undefined)
        continue;
      await publishDecision({ app, publication });
      released += 1;
    } catch (error) {
      const wait =
        error instanceof AppError && ['publicationLacking', 'versionConflict'].includes(error.code);
      if (!wait) app.log.error({ publicationId: publication._id, err: error }, 'publication failed');
    }
  }
  return released;
}

function takeDownDue(app: AppContext): Promise<number> {
  return sweepDue({
    app,
    due: async (limit) =>
      (await app.models.publications
        .find({ tenant: app.tenant, takeDownAt: upTo(app.time.now()) })
        .sort({ takeDownAt: 1 })
        .limit(limit)
        .lean()) as PublicationDocument[],
    work: (publication) =>
      changeCase({
        app,
        caseId: publication.caseId,
        actor: { kind: 'system', name: 'publicationSweep' },
        keepUpdatedAt: true,
        work: (change) => {
          change.event('publicationTakenDown', {});
          const set = { state: 'takenDown' as const, ended: { ground: 'period' as const, at: change.now } };
          return savePublication(app, change, publication, { set, unset: openFields });
        },
      }),
    about: ({ _id }) => ({ publicationId: _id }),
    again: 'taking down failed',
  });
}
