import { type Message, type MessageChannel, MessageRefused } from './messageChannel.ts';

/** Milliseconds after which a gateway that does not answer is taken for away. */
const patience = 10_000;
/** What a gateway answers when the message itself is wrong; all else is worth another try. */
const final: ReadonlySet<number> = new Set([400, 410, 413, 422]);

/**
 * Text messages through an HTTP gateway: POST of `{ id, to, text }` with a bearer token, `id` also as Idempotency-Key. Any 2xx
 * is taken for sent.
 */
export class HttpSmsChannel implements MessageChannel {
  readonly name = 'httpSms';
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(options: { url: string; token: string | undefined }) {
    this.#url = options.url;
    this.#token = options.token;
  }

  async send({ id, to, text }: Message): Promise<void> {
    const answer = await fetch(this.#url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(this.#token === undefined ? {} : { Authorization: `Bearer ${this.#token}` }),
      },
      body: JSON.stringify({ id, to, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    if (final.has(answer.status)) throw new MessageRefused(`gateway answered ${answer.status}`);
    throw new Error(`gateway answered ${answer.status}`);
  }
}
