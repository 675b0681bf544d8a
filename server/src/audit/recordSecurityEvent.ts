import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { newId } from '../store/newId.ts';
import type { SecurityEventDocument } from './model.ts';

/**
 * Records what happened outside a case: refused access, sign-in, publication, unmasking; within a transaction when its
 * `session` is given. No personal data in `details`.
 */
export async function recordSecurityEvent(options: {
  app: AppContext;
  type: string;
  actor: SecurityEventDocument['actor'];
  details?: Record<string, unknown>;
  session?: ClientSession;
}): Promise<void> {
  const { app, type, actor } = options;
  const event = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    at: app.time.now(),
    type,
    actor,
    details: options.details ?? {},
  };
  const { session } = options;
  await app.models.securityEvents.insertMany([event], session === undefined ? {} : { session });
}
