import type { AppContext } from '../app/appContext.ts';
import type { OutboxDocument } from '../outbox/model.ts';

/**
 * Hands a notice to the message channel. The only channel so far is the case itself: the applicant reads it on the
 * progress page; text messages and mail come through the same port.
 */
export function deliverNotice(app: AppContext, entry: OutboxDocument): Promise<void> {
  app.log.info(
    { caseId: entry.caseId, notice: entry.payload['notice'] },
    'notice delivered to the progress page',
  );
  return Promise.resolve();
}
