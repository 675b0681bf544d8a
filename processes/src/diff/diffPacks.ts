import type { PackFiles } from '../pack/packFiles.ts';
import { diffAreas } from './areas.ts';
import type { Change, PackDiff } from './changeSchema.ts';
import { diffFile, fileChange } from './diffFile.ts';
import { diffText } from './diffText.ts';
import { word } from './diffTexts.ts';

/**
 * Everything that differs between two versions of a pack, in the order of the areas, then of the files, then as it
 * stands in the earlier version. Nothing is passed over: a file whose text differs gives a change, or is named under
 * `formattingOnly` when both texts say the same. Pure; never throws for what the files hold.
 */
export async function diffPacks(before: PackFiles, after: PackFiles): Promise<PackDiff> {
  const changes: Change[] = [];
  const formattingOnly: string[] = [];
  for (const file of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const [left, right] = [textOf(before, file), textOf(after, file)];
    if (left === right) continue;
    if (left === undefined || right === undefined) {
      changes.push(fileChange(file, left, right));
      continue;
    }
    const { changes: found, sameContent } = await diffFile(file, left, right);
    changes.push(...found);
    if (found.length > 0) continue;
    if (sameContent()) formattingOnly.push(file);
    else changes.push(otherwiseWritten(file, left, right));
  }
  const sorted = diffAreas.flatMap((area) => changes.filter((change) => change.area === area));
  const matters = sorted.filter((change) => change.matters).length;
  return { changes: sorted, formattingOnly, counts: { total: sorted.length, matters } };
}

function textOf(files: PackFiles, file: string): string | undefined {
  return Object.hasOwn(files, file) ? files[file] : undefined;
}

/** The same meaning in other words, such as `8 workdays` for `8 workday`. */
function otherwiseWritten(file: string, before: string, after: string): Change {
  const change = diffText({ file, area: 'manifest', before, after, unreadable: false });
  return { ...change, property: { key: 'text', label: word('otherContent') } };
}
