import { describeLimit, formatLimit, type Limit } from '@onewindow/clocks';
import type { ProcessGraph } from '../bpmn/readBpmn.ts';
import { textOf } from '../bpmn/readBpmn.ts';
import { areaWords, diffPacks } from '../diff/index.ts';
import type { PackFiles } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import type { Text } from '../schema/text.ts';
import { type MigrationFinding, migrationFinding } from './MigrationFinding.ts';

/** What the limits of a case are called, by their key in the pack. */
export const limitNames: Readonly<
  Record<'acceptance' | 'statutory' | 'promised' | 'delivery' | 'publication', Text>
> = {
  acceptance: { 'zh-CN': '受理时限', en: 'limit of acceptance' },
  statutory: { 'zh-CN': '法定时限', en: 'statutory limit' },
  promised: { 'zh-CN': '承诺时限', en: 'promised limit' },
  delivery: { 'zh-CN': '送达时限', en: 'limit of delivery' },
  publication: { 'zh-CN': '公示时限', en: 'limit of publication' },
};

const none: Text = { 'zh-CN': '无', en: 'none' };

/** Areas whose changes are told in full by other findings. */
const toldElsewhere: ReadonlySet<string> = new Set(['limits', 'process', 'steps', 'manifest']);

/** What running cases will meet that differs: limits, routing, forms, texts, the license template. */
export async function noteChanges(options: {
  before: { manifest: PackManifest; graph: ProcessGraph; files: PackFiles };
  after: { manifest: PackManifest; graph: ProcessGraph; files: PackFiles };
  /** User tasks that go on: old id and new. */
  steps: readonly { readonly from: string; readonly to: string }[];
}): Promise<MigrationFinding[]> {
  const { before, after, steps } = options;
  const found: MigrationFinding[] = [];
  for (const [key, name] of Object.entries(limitNames) as [keyof typeof limitNames, Text][]) {
    const [from, to] = [before.manifest.limits[key], after.manifest.limits[key]];
    if (short(from) !== short(to))
      found.push(migrationFinding('legalLimitChanged', { name, from: say(from), to: say(to) }, key));
  }
  for (const { from, to } of steps) {
    const [old, now] = [before.manifest.steps[from], after.manifest.steps[to]];
    if (old === undefined || now === undefined) continue;
    if (short(old.limit) !== short(now.limit))
      found.push(
        migrationFinding(
          'stepLimitChanged',
          { name: now.name, from: say(old.limit), to: say(now.limit) },
          to,
        ),
      );
    if (queueOf(before.graph, from) !== queueOf(after.graph, to))
      found.push(migrationFinding('routingChanged', { name: now.name }, to));
  }
  const { changes } = await diffPacks(before.files, after.files);
  for (const [area, words] of Object.entries(areaWords)) {
    const count = changes.filter((change) => change.area === area && change.matters).length;
    if (count > 0 && !toldElsewhere.has(area))
      found.push(migrationFinding('areaChanged', { area: words, count }, area));
  }
  return found;
}

function queueOf(graph: ProcessGraph, id: string): string {
  const node = graph.nodes.get(id);
  return node === undefined ? '' : textOf(node.element, 'camunda:candidateGroups');
}

function short(limit: Limit | undefined): string {
  return limit === undefined ? '' : formatLimit(limit);
}

function say(limit: Limit | undefined): Text {
  return limit === undefined ? none : describeLimit(limit);
}
