import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { deliverToCarrier } from '../delivery/deliverToCarrier.ts';
import { deliverDocument } from '../documents/deliverDocument.ts';
import { deliverToEngine } from '../engineLink/deliverToEngine.ts';
import { deliverToExternal } from '../external/deliverToExternal.ts';
import { deliverRefund } from '../fees/deliverRefund.ts';
import { deliverNotice } from '../notices/deliverNotice.ts';
import { advanceTheme } from '../themes/advanceTheme.ts';
import { type Destinations, deliverLeased, deliverStream } from './deliverOutbox.ts';
import type { OutboxDocument } from './model.ts';

export const destinations: Destinations = {
  engine: deliverToEngine,
  documents: deliverDocument,
  notices: deliverNotice,
  external: deliverToExternal,
  themes: advanceTheme,
  carriers: deliverToCarrier,
  payments: deliverRefund,
};

/** Milliseconds that a person waits for the engine; after that the delivery goes on without them. */
const patience = 3_000;

/**
 * Tries the case's own entries for the engine at once, so that the user normally sees the engine's answer in the same
 * response. A failure or a hanging engine is not the request's: the entry stays and is delivered later.
 * Returns the case as it is then.
 */
export async function deliverNow(app: AppContext, subject: Pick<CaseDocument, '_id'>): Promise<CaseDocument> {
  const delivery = deliverStream({ app, destinations, stream: `${subject._id}:engine` }).catch(
    (error: unknown) =>
      app.log.warn({ caseId: subject._id, err: error }, 'immediate delivery failed, the outbox goes on'),
  );
  await atMost(delivery, patience);
  const now = await app.models.cases.findOne({ _id: subject._id, tenant: app.tenant }).lean();
  if (now === null) throw new Error(`case ${subject._id} is gone`);
  return now as CaseDocument;
}

/**
 * The same for a change whose command was committed under a lease (`leaseOwn` of changeCase): nothing stands before it in
 * its stream and nobody else delivers it, so that nobody need look. Whoever delivers it is waited for.
 */
export async function deliverOwn(
  app: AppContext,
  changed: { subject: CaseDocument; leased?: OutboxDocument },
): Promise<CaseDocument> {
  const { subject, leased } = changed;
  if (leased === undefined) return deliverNow(app, subject);
  let answered: CaseDocument | undefined;
  const entry = { ...leased, fence: leased.fence - 1 };
  const engine: Destinations['engine'] = async (_app, given, done) => {
    answered = await deliverToEngine(app, given, done, subject);
  };
  const delivery = deliverLeased({ app, destinations: { ...destinations, engine }, entry }).catch(
    (error: unknown) =>
      app.log.warn({ caseId: subject._id, err: error }, 'immediate delivery failed, the outbox goes on'),
  );
  await atMost(delivery, patience);
  return answered ?? subject;
}

async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
