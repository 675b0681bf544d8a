import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from './actor.ts';
import { actorOf } from './actorOf.ts';
import { hashPassword, verifyPassword } from './hashPassword.ts';

/** Wrong passwords allowed for one name from one address before it is throttled, and for how long (seconds). */
export const loginLimit = { points: 5, duration: 15 * 60 };

let decoyHash: Promise<string> | undefined;

/**
 * Checks a name and a password. The fifth wrong one in 15 minutes throttles the name from that address.
 * Throws AppError `invalidCredentials` or `tooManyAttempts`.
 */
export async function authenticate(options: {
  app: AppContext;
  username: string;
  password: string;
  from: string;
}): Promise<Actor> {
  const { app, username, from } = options;
  const limiter = app.loginLimiter;
  const key = `${app.tenant}:${username.toLowerCase()}:${from}`;
  const minutes = await limiter.minutesBarred(key);
  if (minutes !== undefined) throw new AppError('tooManyAttempts', { params: { minutes } });
  const known = await app.models.users.findOne({ tenant: app.tenant, username }).lean();
  const user = known?.active === true ? known : null;
  decoyHash ??= hashPassword('decoy for unknown names');
  const right = await verifyPassword(options.password, user?.passwordHash ?? (await decoyHash));
  if (user === null || !right) {
    await limiter.penalty(key);
    await recordSecurityEvent({ app, type: 'signInFailed', actor: { kind: 'anonymous' }, details: { from } });
    throw new AppError('invalidCredentials');
  }
  await limiter.delete(key);
  return actorOf(app, user);
}
