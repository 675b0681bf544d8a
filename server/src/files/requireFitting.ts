import { AppError } from '../errors/appError.ts';
import type { UploadedFile } from '../http/route.ts';

type Rule = { accept: readonly string[]; maxMegabytes: number };

/** An upload must be of a kind and size that its material takes. Throws AppError `uploadTypeRefused`, `uploadTooLarge`. */
export function requireFitting(rule: Rule, { name, bytes }: UploadedFile): void {
  requireFittingName(rule, name);
  requireFittingSize(rule, bytes.length);
}

/** The ending of a file's name must be of a kind that the material takes. Throws AppError `uploadTypeRefused`. */
export function requireFittingName(rule: Rule, name: string): void {
  const extension = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace('jpeg', 'jpg');
  if (!rule.accept.some((accepted) => accepted === extension))
    throw new AppError('uploadTypeRefused', { params: { name, accept: rule.accept.join(', ') } });
}

/** Bytes within what the material takes. Throws AppError `uploadTooLarge`. */
export function requireFittingSize(rule: Rule, size: number): void {
  if (size > rule.maxMegabytes * 1024 * 1024)
    throw new AppError('uploadTooLarge', { params: { limit: rule.maxMegabytes } });
}
