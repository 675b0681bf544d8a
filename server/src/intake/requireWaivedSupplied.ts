import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';

/** What was accepted as missing 容缺 must be there before the application is granted. Throws AppError `waivedMaterialMissing`. */
export function requireWaivedSupplied(subject: CaseDocument, loaded: LoadedPack): void {
  const missing = subject.materials.filter(
    ({ waivedUntil, files, licenseId }) =>
      waivedUntil !== undefined && files.length === 0 && licenseId === undefined,
  );
  if (missing.length === 0) return;
  const names = missing.map(({ key }) => loaded.material(key)?.name['zh-CN'] ?? key).join('、');
  throw new AppError('waivedMaterialMissing', { params: { names } });
}
