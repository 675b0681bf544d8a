import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';

/** The material under which a dispatch keeps the photographs of its reports: the first of its operation. Throws `materialUnknown`. */
export function photoMaterialOf(loaded: LoadedPack) {
  const key = loaded.operation('new').materials[0] ?? '';
  const rule = loaded.material(key);
  if (loaded.pack.dispatch === undefined || rule === undefined)
    throw new AppError('materialUnknown', { params: { key } });
  return rule;
}
