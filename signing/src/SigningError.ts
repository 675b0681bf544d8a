/** A text for the user in both languages; Chinese first. */
export interface UserMessage {
  'zh-CN': string;
  en: string;
}

/** Every error this workspace throws on purpose: a stable `code` and words a user may be shown. */
export class SigningError extends Error {
  readonly code: string;
  readonly userMessage: UserMessage;
  readonly params: Readonly<Record<string, string>>;

  constructor(
    code: string,
    zh: string,
    en: string,
    params: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${en}`, options);
    this.name = 'SigningError';
    this.code = code;
    this.userMessage = { 'zh-CN': zh, en };
    this.params = params;
  }
}
