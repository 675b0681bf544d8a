import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from './actor.ts';
import { authenticate } from './authenticate.ts';

/**
 * The approver proves again who they are, at the decision itself (architecture, "Security posture").
 * Throws AppError `reauthenticationRequired` without a password, `reauthenticationFailed` with a wrong one,
 * `tooManyAttempts` after five.
 */
export async function reauthenticate(options: {
  app: AppContext;
  actor: Actor;
  password: string | undefined;
}): Promise<void> {
  const { app, actor, password } = options;
  if (password === undefined || password === '') throw new AppError('reauthenticationRequired');
  try {
    await authenticate({
      app,
      username: actor.username,
      password,
      from: actor.from ?? '',
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalidCredentials')
      throw new AppError('reauthenticationFailed');
    throw error;
  }
}
