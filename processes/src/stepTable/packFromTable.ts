import { parseLimit } from '@onewindow/clocks';
import { parseDocument } from 'yaml';
import { insertBlock } from '../blocks/insertBlock.ts';
import { MANIFEST, type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { makePack, type NewPack } from '../template/makePack.ts';
import { blockOfSteps, candidateGroupOf } from './blockOfSteps.ts';
import { componentsOf, englishName } from './makeStepForm.ts';
import type { StepRow } from './StepRow.ts';

const APPLICATION = 'forms/application.json';
const DECISION = 'forms/decision.json';
const FIRST_FLOW = 'acceptedToDecide';

/**
 * A new pack whose process has the steps of a table: the applicant's line becomes the application form, the last line the
 * decision, the others steps before it, laid out, each with form, role and limit. `minimal` is the minimal pack.
 * Throws PackError as `makePack`; Error for rows without a step (`readStepTable` tells of it).
 */
export async function packFromTable(
  minimal: PackFiles,
  rows: readonly StepRow[],
  made: NewPack,
): Promise<PackFiles> {
  const applicant = rows.find(({ role }) => role === 'applicant');
  const handled = rows.filter(({ role }) => role !== 'applicant');
  const decision = handled.at(-1);
  if (decision === undefined) throw new Error('the table has no step that decides');
  const before = handled.slice(0, -1);
  const files: Record<string, string> = { ...makePack(minimal, made) };
  files[PROCESS] = nameDecision(files[PROCESS] ?? '', decision);
  files[MANIFEST] = setDecision(files[MANIFEST] ?? '', decision, handled);
  if (applicant !== undefined && applicant.fields.length > 0)
    files[APPLICATION] = editForm(files[APPLICATION], () => componentsOf(applicant.fields));
  if (decision.fields.length > 0)
    files[DECISION] = editForm(files[DECISION], (own) => [...componentsOf(decision.fields), ...own]);
  return before.length === 0 ? files : insertBlock(files, blockOfSteps(before), FIRST_FLOW);
}

function nameDecision(bpmn: string, { name, role }: StepRow): string {
  const inAttribute = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return bpmn
    .replace('id="decide" name="审批决定"', () => `id="decide" name="${inAttribute}"`)
    .replace('id="decisionResult" name="审批决定？"', () => `id="decisionResult" name="${inAttribute}？"`)
    .replace(candidateGroupOf('approver'), () => candidateGroupOf(role));
}

function setDecision(manifest: string, decision: StepRow, handled: readonly StepRow[]): string {
  const document = parseDocument(manifest);
  const name = { 'zh-CN': decision.name, en: englishName(decision) };
  document.setIn(['steps', 'decide', 'name'], document.createNode(name, { flow: true }));
  document.setIn(['steps', 'decide', 'role'], decision.role);
  document.setIn(['steps', 'decide', 'limit'], decision.limit);
  const days = handled.map(({ limit }) => workdaysOf(limit ?? ''));
  const sum = days.reduce<number>((total, count) => total + (count ?? Number.NaN), 0);
  // What the steps take together is promised, within what the law allows.
  if (sum > 0 && sum <= STATUTORY) document.setIn(['limits', 'promised'], `${sum} workday`);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Working days of the minimal pack's statutory limit: 《中华人民共和国行政许可法》第四十二条. */
const STATUTORY = 20;

function workdaysOf(short: string): number | undefined {
  const limit = parseLimit(short);
  if (limit.unit === 'immediate') return 1;
  return limit.unit === 'workday' ? limit.value : undefined;
}

function editForm(text: string | undefined, edit: (components: object[]) => object[]): string {
  const form = JSON.parse(text ?? '{}') as { components: object[] };
  return `${JSON.stringify({ ...form, components: edit(form.components) }, null, 2)}\n`;
}
