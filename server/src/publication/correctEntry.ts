import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { maskName } from '../cases/maskName.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { coverText } from './coverEntry.ts';
import type { PublicationDocument } from './model.ts';
import { savePublication } from './savePublication.ts';

/**
 * Corrects a published entry, with a reason that the audit keeps: lines of what the permit is about are put right or taken
 * away (empty), and a name can be covered that should have been. Number, days and license come from sealed documents and are
 * not rewritten here: an entry wrong in these is withdrawn.
 * Throws AppError `publicationPersonal` for a line that tells a number of a person, `stateConflict`, `versionConflict`.
 */
export async function correctEntry(input: {
  app: AppContext;
  actor: Actor;
  publication: PublicationDocument;
  /** One text a line, in order. */
  rows: readonly string[];
  coverName: boolean;
  reason: string;
}): Promise<PublicationDocument> {
  const { app, actor, publication, rows, coverName, reason } = input;
  const { entry, state } = publication;
  if (state !== 'published' || entry === undefined)
    throw new AppError('stateConflict', { params: { state } });
  if (rows.length !== entry.rows.length) throw new AppError('versionConflict');
  if (rows.some((value) => coverText(value, []) !== value)) throw new AppError('publicationPersonal');
  const subjectName = coverName ? maskName(entry.subjectName, 'natural') : entry.subjectName;
  const { result } = await changeCase({
    app,
    caseId: publication.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const corrected = {
        ...entry,
        subjectName,
        rows: entry.rows.flatMap((row, at) => {
          const value = rows[at]?.trim() ?? '';
          return value === '' ? [] : [{ ...row, value }];
        }),
      };
      change.event('publicationCorrected', { documentNo: entry.documentNo, reason });
      const set = { entry: corrected, subjectName, correctedAt: change.now };
      return savePublication(app, change, publication, { set });
    },
  });
  return result;
}
