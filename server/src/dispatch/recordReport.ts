import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { DispatchPlace } from './dispatchState.ts';
import type { ReportInput } from './reportInput.ts';

/** Writes one report of a case file, whose id it gives; who reported and the words are sealed under that id. */
export async function recordReport(options: {
  app: AppContext;
  actor: Actor;
  session: ClientSession;
  caseId: string;
  reportId: string | undefined;
  input: ReportInput;
  place: DispatchPlace;
  data: Record<string, unknown>;
  at: Date;
  further: boolean;
}): Promise<string> {
  const { app, actor, session, input } = options;
  const id = options.reportId ?? newId();
  const { name, phone } = input.reporter ?? {};
  const known = (name ?? '') !== '' || (phone ?? '') !== '';
  await app.models.reports.insertMany(
    [
      {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: options.caseId,
        source: input.source,
        place: options.place,
        ...(known ? { sealedReporter: app.cipher.seal({ name, phone }, id) } : {}),
        sealedDescription: app.cipher.seal(options.data, id),
        photoIds: [...input.photoIds],
        by: asAuthor(actor),
        at: options.at,
        further: options.further,
      },
    ],
    { session },
  );
  return id;
}
