import { type ErrorCode, fillText, type Text, type TextParams, textCatalogue } from './texts.ts';

/**
 * The one error of this library. `code` is stable; `params` are the facts; `userMessage` is what the user
 * may be shown, in both languages.
 */
export class ClockError extends Error {
  override readonly name = 'ClockError';
  readonly code: ErrorCode;
  readonly params: TextParams;
  readonly userMessage: Text;

  constructor(code: ErrorCode, params: TextParams = {}) {
    const userMessage = fillText(textCatalogue.errors[code], params);
    super(`${code}: ${userMessage.en}`);
    this.code = code;
    this.params = params;
    this.userMessage = userMessage;
  }
}
