import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What is built or downloaded once for all data directories; safe to delete. */
export const CACHE = join(ROOT, '.cache');
