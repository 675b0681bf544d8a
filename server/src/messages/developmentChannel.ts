import type { FieldCipher } from '../store/fieldCipher.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import type { Models } from '../store/models.ts';
import type { TimeSource } from '../time/timeSource.ts';
import type { Message, MessageChannel, MessageKind } from './messageChannel.ts';

/** Keeps messages for the development outbox instead of sending them; in development and tests only. */
export class DevelopmentChannel implements MessageChannel {
  readonly name = 'development';
  readonly #kind: MessageKind;
  readonly #store: { tenant: string; models: Models; cipher: FieldCipher; time: TimeSource };
  #away = false;

  constructor(
    kind: MessageKind,
    store: { tenant: string; models: Models; cipher: FieldCipher; time: TimeSource },
  ) {
    this.#kind = kind;
    this.#store = store;
  }

  async send(message: Message): Promise<void> {
    if (this.#away) throw new Error('the message gateway does not answer');
    const { tenant, models, cipher, time } = this.#store;
    const { id, ...content } = message;
    try {
      await models.developmentMessages.create({
        _id: id,
        schemaVersion: 1,
        tenant,
        kind: this.#kind,
        sealedMessage: cipher.seal(content, id),
        at: time.now(),
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Takes the channel off the net, or brings it back. */
  set away(away: boolean) {
    this.#away = away;
  }
}
