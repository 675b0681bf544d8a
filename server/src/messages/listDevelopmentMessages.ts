import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Message } from './messageChannel.ts';

/** The latest messages of the development outbox. Throws AppError `notFound` in production, where there is none. */
export async function listDevelopmentMessages(app: AppContext, to: string | undefined) {
  if (app.config.PROFILE !== 'dev') throw new AppError('notFound');
  const messages = await app.models.developmentMessages
    .find({ tenant: app.tenant })
    .sort({ at: -1 })
    .limit(100)
    .lean();
  return {
    items: messages
      .map(({ _id, kind, sealedMessage, at }) => ({
        id: _id,
        kind,
        at: at.toISOString(),
        ...app.cipher.open<Omit<Message, 'id'>>(sealedMessage, _id),
      }))
      .filter((message) => to === undefined || message.to === to),
  };
}
