import type { Block, BlockFlow, BlockNode } from '../blocks/Block.ts';
import { englishName, makeStepForm } from './makeStepForm.ts';
import type { StepRow } from './StepRow.ts';

const groups: Readonly<Record<string, string>> = {
  approver: '${tenant}:${department}:approver',
  head: '${tenant}:${department}:head',
  clerk: '${tenant}:${window}:clerk',
};

/** Candidate group of a role. Throws Error for the applicant, who has no queue. */
export function candidateGroupOf(role: StepRow['role']): string {
  const group = groups[role];
  if (group === undefined) throw new Error(`no queue of ${role}`);
  return group;
}

/** The steps before the decision as one block: one after another, each but the first may return to the one before. */
export function blockOfSteps(rows: readonly StepRow[]): Block {
  const nodes: BlockNode[] = [];
  const flows: BlockFlow[] = [];
  const steps: Record<string, unknown> = {};
  const files: Record<string, unknown> = {};
  const flow = (from: string, to: string, more: Partial<BlockFlow> = {}): string => {
    const id = `${from}To${to[0]?.toUpperCase()}${to.slice(1)}`;
    flows.push({ id, from, to, ...more });
    return id;
  };
  let before: string | undefined;
  let col = 0;
  const last = rows.length - 1;
  const put = (node: Omit<BlockNode, 'col' | 'row'>) => {
    nodes.push({ ...node, col, row: 0 });
    col += 1;
    return node.id;
  };
  const entries: string[] = [];
  for (const [at, row] of rows.entries()) {
    const key = `step${at + 1}`;
    const returnsTo = entries[at - 1];
    // Where a later step may return to, flows meet before the step.
    const entry = at < last ? put({ id: `${key}Entry`, type: 'bpmn:ExclusiveGateway', name: '' }) : key;
    entries.push(entry);
    if (before !== undefined) flow(before, entry);
    put({
      id: key,
      type: 'bpmn:UserTask',
      name: row.name,
      form: `forms/${key}.json`,
      candidateGroups: candidateGroupOf(row.role),
    });
    if (entry !== key) flow(entry, key);
    before = key;
    if (returnsTo !== undefined) {
      const result = `${key}Result`;
      const onwards =
        at < last ? `${result}To${at + 1 < last ? `Step${at + 2}Entry` : `Step${at + 2}`}` : undefined;
      put({
        id: result,
        type: 'bpmn:ExclusiveGateway',
        name: `${row.name}？`,
        ...(onwards === undefined ? {} : { default: onwards }),
      });
      flow(key, result);
      flow(result, returnsTo, { name: '退回上一步', condition: "${outcome == 'back'}", bow: 1 + (at % 2) });
      before = result;
    }
    steps[key] = {
      name: { 'zh-CN': row.name, en: englishName(row) },
      form: `forms/${key}.json`,
      role: row.role,
      limit: row.limit,
      outcomes: [
        { key: 'pass', name: { 'zh-CN': '通过', en: 'Pass' }, kind: 'forward' },
        ...(returnsTo === undefined
          ? []
          : [
              {
                key: 'back',
                name: { 'zh-CN': '退回上一步', en: 'Return' },
                kind: 'back',
                commentRequired: true,
              },
            ]),
      ],
    };
    files[`forms/${key}.json`] = makeStepForm(withOpinion(row), key);
  }
  return {
    key: 'steps',
    name: { 'zh-CN': '办理环节', en: 'Steps' },
    description: { 'zh-CN': '表格中的办理环节', en: 'Steps of a table' },
    keywords: [],
    entry: entries[0] ?? '',
    exit: before ?? '',
    nodes,
    flows,
    manifest: { steps },
    files,
  };
}

/** A step that asks for nothing still has somebody who says what they found. */
function withOpinion(row: StepRow): StepRow {
  return row.fields.length > 0
    ? row
    : { ...row, fields: [{ name: '办理意见', type: 'longText', options: [] }] };
}
