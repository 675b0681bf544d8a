import type { Theme } from '@onewindow/processes';
import type { CaseMaterial } from '../cases/model.ts';
import { newId } from '../store/newId.ts';

/** The materials of an item as they were handed in once with the theme; what the theme does not take in is missing. */
export function sharedMaterialsOf(
  theme: Theme,
  item: string,
  keys: readonly string[],
  handedIn: readonly CaseMaterial[],
): CaseMaterial[] {
  return keys.map((key) => {
    const source = theme.sharedMaterials.find(({ to }) =>
      to.some((target) => target.item === item && target.material === key),
    )?.material;
    const given = handedIn.find((entry) => entry.key === source);
    if (given === undefined) return { key, files: [] };
    return {
      key,
      // The stored body is one and the same; the upload is each case's own.
      files: given.files.map((file) => ({ ...file, id: newId() })),
      ...(given.licenseId === undefined ? {} : { licenseId: given.licenseId }),
    };
  });
}
