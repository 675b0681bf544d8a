import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverStream } from '../outbox/deliverOutbox.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { codeLife, hashCode, newCode, resendAfter } from './signInCode.ts';

/**
 * Sends a code to a phone. Whether the phone has an account is not told. The code is stored as a hash; on its way to the
 * channel it travels sealed in the outbox, so that a gateway that is away costs a delay and not the code.
 * Throws AppError `codeTooSoon` (60 seconds between two), `tooManyCodes` (phone or address), `messagesUnavailable`.
 */
export async function requestCode(input: {
  app: AppContext;
  phone: string;
  from: string;
  locale: 'zh-CN' | 'en';
}): Promise<{ expiresAt: string; resendAt: string }> {
  const { app, phone, from, locale } = input;
  if (app.messages.sms === undefined) throw new AppError('messagesUnavailable');
  const { tenant } = app;
  const phoneIndex = app.cipher.blindIndex('phone', phone);
  const now = app.time.now();
  const last = await app.models.signInCodes.findOne({ tenant, phoneIndex }).lean();
  const wait = last === null ? 0 : last.sentAt.getTime() + resendAfter - now.getTime();
  if (wait > 0) throw new AppError('codeTooSoon', { params: { seconds: Math.ceil(wait / 1000) } });
  await app.codeLimiters.address.consume(`${tenant}:${from}`, 'tooManyCodes');
  await app.codeLimiters.phone.consume(`${tenant}:${phoneIndex}`, 'tooManyCodes');
  const id = newId();
  const code = newCode();
  const expiresAt = new Date(now.getTime() + codeLife);
  const stream = `signIn:${id}`;
  try {
    await inTransaction(app.connection, async (session) => {
      if (last !== null) await app.models.signInCodes.deleteOne({ _id: last._id }, { session });
      await app.models.signInCodes.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant,
            phoneIndex,
            codeHash: hashCode(app.cipher, id, code),
            sentAt: now,
            expiresAt,
            tries: 0,
            state: 'open',
          },
        ],
        { session },
      );
      await app.models.outbox.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant,
            caseId: stream,
            destination: 'notices',
            stream,
            seq: 1,
            type: 'signInCode',
            payload: {
              sealed: app.cipher.seal({ phone, code, locale }, id),
              expiresAt: expiresAt.toISOString(),
            },
            state: 'pending',
            attempts: 0,
            nextAttemptAt: now,
            leaseUntil: new Date(0),
            fence: 0,
            createdAt: now,
          },
        ],
        { session },
      );
    });
  } catch (error) {
    // Somebody asked for the same phone at the same moment: that code is on its way.
    if (!isDuplicateKey(error)) throw error;
    throw new AppError('codeTooSoon', { params: { seconds: resendAfter / 1000 } });
  }
  await deliverStream({ app, destinations, stream }).catch((error: unknown) =>
    app.log.warn({ err: error }, 'immediate delivery failed, the outbox goes on'),
  );
  return {
    expiresAt: expiresAt.toISOString(),
    resendAt: new Date(now.getTime() + resendAfter).toISOString(),
  };
}
