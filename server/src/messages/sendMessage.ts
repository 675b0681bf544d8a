import type { AppContext } from '../app/appContext.ts';
import { type MessageKind, MessageRefused } from './messageChannel.ts';

/**
 * Sends one message by its channel. Without a channel, or when the recipient is refused for good, it is told to the log
 * without the person and counts as dealt with. Throws what is worth another try.
 */
export async function sendMessage(options: {
  app: AppContext;
  kind: MessageKind;
  id: string;
  to: string;
  title: string;
  text: string;
  /** For the log; no personal data. */
  about: Record<string, unknown>;
}): Promise<void> {
  const { app, kind, about, ...message } = options;
  const channel = app.messages[kind];
  if (channel === undefined) {
    app.log.warn({ ...about, kind }, 'no channel for this kind of message');
    return;
  }
  try {
    await channel.send(message);
    app.log.info({ ...about, kind, channel: channel.name }, 'message sent');
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    app.log.warn({ ...about, kind, channel: channel.name, err: error }, 'message refused for good');
  }
}
