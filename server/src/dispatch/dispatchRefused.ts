import { AppError } from '../errors/appError.ts';

/** The refusal of an act by a rule of the pack, in words of both languages, with or without a full stop. */
export function dispatchRefused(zh: string, en: string): AppError {
  return new AppError('dispatchRefused', {
    params: { zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') },
  });
}
