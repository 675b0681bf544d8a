import type { TableProblem } from './StepRow.ts';
import texts from './table-problems.json' with { type: 'json' };

export type TableRule = keyof typeof texts;

/** A problem with what its sentence names filled in. */
export function tableProblem(
  rule: TableRule,
  line?: number,
  params: Readonly<Record<string, string | number>> = {},
): TableProblem {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const { zh, en } = texts[rule];
  return { rule, ...(line === undefined ? {} : { line }), zh: fill(zh), en: fill(en) };
}
