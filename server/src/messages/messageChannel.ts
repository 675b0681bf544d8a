/** One message to one person. */
export interface Message {
  /** The same for every try: a channel that knows the id already sends nothing twice. */
  id: string;
  /** Phone number of a text message, address of a mail. */
  to: string;
  title: string;
  text: string;
}

/** The recipient or the text was refused for good: trying again is of no use. */
export class MessageRefused extends Error {}

/**
 * A way by which messages leave the house; chosen in `chooseMessageChannels`. `send` throws MessageRefused when the message
 * can never be delivered, anything else when it is worth another try. It logs neither recipient nor text.
 */
export interface MessageChannel {
  readonly name: string;
  send(message: Message): Promise<void>;
}

export const messageKinds = ['sms', 'mail'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The channels that there are; a kind that is missing reaches nobody. */
export type MessageChannels = Readonly<Partial<Record<MessageKind, MessageChannel>>>;
