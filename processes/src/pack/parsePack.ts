import { type PackManifest, packSchema } from '../schema/packSchema.ts';
import { MANIFEST, type PackFiles } from './packFiles.ts';
import { readYaml } from './readYaml.ts';

/**
 * Reads `pack.yaml`: defaults filled in, limits in the normal form of `@onewindow/clocks`. The other files are
 * not looked at (that is `lintPack`). Throws PackError naming every place that is wrong.
 */
export function parsePack(files: PackFiles): PackManifest {
  return readYaml(files, MANIFEST, packSchema);
}
