import type { Fix, Fixable, FixEdit } from '../lint/fixes/Fix.ts';
import { isPlain, readPlain } from '../lint/fixes/readPlain.ts';
import { MANIFEST, type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { blocks } from './listBlocks.ts';
import { mergeManifest } from './mergeManifest.ts';
import { offerStep } from './offerStep.ts';
import { fillBlock } from './planBlock.ts';
import { type TemplateTask, templateTasks } from './templateTask.ts';

/**
 * For a task that was drawn in Camunda Modeler from one of our element templates and has no entry under `steps`: the entry of its
 * building block with form, limit and outcomes, the form itself, and what else of pack.yaml the block needs. Ids, form, candidate
 * group and limit are those of the drawn task. Null where the finding is another.
 */
export function stepOfTemplate(finding: Fixable, files: PackFiles): Fix | null {
  const offered = offerStep(finding, files);
  const drawn = templateTasks(files[PROCESS] ?? '');
  const task = drawn.find(({ id }) => id === finding.element);
  const found = blocks.find(({ key }) => key === task?.block);
  if (offered === null || task === undefined || found === undefined) return null;
  const manifest = files[MANIFEST] ?? '';
  const read = readPlain(files);
  const department = typeof read['department'] === 'string' ? read['department'] : '';
  const block = named(fillBlock(found, '', department), task, drawn);
  const steps = block.manifest['steps'];
  const step = isPlain(steps) ? steps[task.id] : undefined;
  if (!isPlain(step)) return null;
  const form = task.form || String(step['form'] ?? '');
  const parts = {
    ...leftOut(block.manifest, read),
    steps: { [task.id]: { ...step, form, ...saidBy(task, step) } },
  };
  const content = block.files[String(step['form'])];
  const edits: FixEdit[] = [
    { kind: 'file', file: MANIFEST, text: mergeManifest(manifest, parts) },
    ...(form === '' || files[form] !== undefined || content === undefined
      ? []
      : [{ kind: 'file' as const, file: form, text: `${JSON.stringify(content, null, 2)}\n` }]),
  ];
  return { ...offered, edits };
}

/** The block under the ids that its drawn tasks have: those that were not drawn keep theirs, and lint says what is missing. */
function named(
  block: ReturnType<typeof fillBlock>,
  task: TemplateTask,
  drawn: readonly TemplateTask[],
): ReturnType<typeof fillBlock> {
  const ids = new Map(drawn.filter((one) => one.block === task.block).map(({ node, id }) => [node, id]));
  ids.set(task.node, task.id);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string')
      return (
        ids.get(value) ??
        value.replace(/^step\.(\w+):/, (_, step: string) => `step.${ids.get(step) ?? step}:`)
      );
    if (Array.isArray(value)) return value.map(rename);
    if (!isPlain(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [ids.get(key) ?? key, rename(entry)]),
    );
  };
  return { ...block, manifest: rename(block.manifest) as typeof block.manifest };
}

/** What the drawn task says otherwise than the block. */
function saidBy(
  { name, candidateGroups, limit }: TemplateTask,
  step: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const role = /:([A-Za-z][A-Za-z0-9]*)$/.exec(candidateGroups)?.[1];
  return {
    ...(name === '' || !isPlain(step['name']) ? {} : { name: { ...step['name'], 'zh-CN': name } }),
    ...(role === undefined ? {} : { role }),
    ...(limit === '' ? {} : { limit }),
  };
}

/** Parts of the block besides `steps`, of lists only what the pack has not under the same key. */
function leftOut(
  manifest: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parts = Object.entries(manifest).flatMap(([part, value]) => {
    if (part === 'steps') return [];
    const own = read[part];
    if (!Array.isArray(value) || !Array.isArray(own)) return [[part, value] as const];
    const keys = new Set(own.map((entry: unknown) => (isPlain(entry) ? entry['key'] : undefined)));
    const fresh = value.filter((entry: unknown) => !isPlain(entry) || !keys.has(entry['key']));
    return fresh.length === 0 ? [] : [[part, fresh] as const];
  });
  return Object.fromEntries(parts);
}
