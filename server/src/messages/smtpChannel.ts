import { createTransport } from 'nodemailer';
import { type Message, type MessageChannel, MessageRefused } from './messageChannel.ts';

/**
 * Mail by SMTP. `url` is `smtp://` (STARTTLS where the server offers it) or `smtps://`, with the account in it. The message's
 * id is its Message-ID: a mailbox shows one that came twice once.
 */
export class SmtpChannel implements MessageChannel {
  readonly name = 'smtp';
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #from: string;

  constructor(options: { url: string; from: string }) {
    this.#transport = createTransport(options.url, { from: options.from });
    this.#from = options.from;
  }

  async send({ id, to, title, text }: Message): Promise<void> {
    const domain = this.#from.slice(this.#from.lastIndexOf('@') + 1).replace(/[>\s]/g, '');
    try {
      await this.#transport.sendMail({ to, subject: title, text, messageId: `<${id}@${domain}>` });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      // RFC 5321, 4.2.1: 5yz is final. The text of the error may name the recipient and stays here.
      if (code >= 550 && code < 560) throw new MessageRefused(`mail server answered ${code}`);
      throw new Error(`mail server is away or answered ${code}`);
    }
  }
}
