import { parseDocument } from 'yaml';
import { applyFix } from '../lint/fixes/applyFix.ts';
import { findFix } from '../lint/fixes/findFix.ts';
import { MANIFEST, type PackFiles } from '../pack/packFiles.ts';
import type { Block } from './Block.ts';
import { mergeManifest } from './mergeManifest.ts';

export interface PlannedBlock extends Block {
  /** Files of the pack to write with it, `pack.yaml` among them: path → text. */
  readonly changes: Readonly<Record<string, string>>;
}

/**
 * A block made ready for a pack: names that the pack does not use yet, its department, the files to write.
 * `ids` are the ids of the elements of the process. Throws Error when `pack.yaml` is no YAML.
 */
export function planBlock(block: Block, files: PackFiles, ids: ReadonlySet<string>): PlannedBlock {
  const manifest = files[MANIFEST] ?? '';
  const read = parseDocument(manifest).toJS() as Readonly<Record<string, unknown>> | null;
  const department = typeof read?.department === 'string' ? read.department : '';
  for (let at = 1; ; at += 1) {
    const planned = fillBlock(block, at === 1 ? '' : String(at), department);
    const taken =
      [...planned.nodes, ...planned.flows].some(({ id }) => ids.has(id)) ||
      Object.keys(planned.files).some((path) => path !== LICENSE && files[path] !== undefined) ||
      namesTaken(planned, read ?? {});
    if (taken) continue;
    const changes: Record<string, string> = {};
    for (const [path, content] of Object.entries(planned.files)) {
      // A pack that has a license keeps its own.
      if (path === LICENSE && (read?.license !== undefined || files[path] !== undefined)) continue;
      changes[path] = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    }
    const merged = issueIt(mergeManifest(manifest, planned.manifest), planned);
    return { ...planned, changes: merged === manifest ? changes : { ...changes, [MANIFEST]: merged } };
  }
}

const LICENSE = 'license.yaml';

/** Where the block comes with a license and no operation does anything to one, the first operation issues it. */
function issueIt(manifest: string, block: Block): string {
  if (block.manifest['license'] === undefined) return manifest;
  const { operations = [] } = parseDocument(manifest).toJS() as { operations?: { licenseAction?: string }[] };
  if (operations.some(({ licenseAction }) => licenseAction !== 'none')) return manifest;
  const files = { [MANIFEST]: manifest };
  const fix = findFix({ code: 'licenseNeverIssued', file: MANIFEST }, files);
  return fix === null ? manifest : (applyFix(files, fix)[MANIFEST] ?? manifest);
}

/** The block with its names made unique by `n` and its department filled in. */
export function fillBlock(block: Block, n: string, department: string): Block {
  const text = JSON.stringify(block)
    .replaceAll('{{n}}', n)
    .replaceAll('{{department}}', department.replace(/[^A-Za-z0-9]/g, ''));
  return JSON.parse(text) as Block;
}

/** Whether the pack has an entry of the same key already, where keys must differ. */
function namesTaken({ manifest }: Block, present: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(manifest).some(([part, value]) => {
    const own = present[part];
    if (Array.isArray(value) && Array.isArray(own)) {
      const keys = new Set(own.map((entry: { key?: unknown }) => entry.key));
      return value.some((entry: { key?: unknown }) => keys.has(entry.key));
    }
    return part === 'steps' && Object.keys(value as object).some((key) => Object.hasOwn(own ?? {}, key));
  });
}
