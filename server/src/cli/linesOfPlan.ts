import { fillText } from '../app/fillText.ts';
import texts from './pack-texts.json' with { type: 'json' };
import type { CliLanguage } from './readPackArgument.ts';

interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

interface FindingOfPlan {
  readonly code: string;
  readonly severity: keyof typeof texts.severities;
  readonly zh: string;
  readonly en: string;
  readonly help: Words;
}

interface Limit {
  readonly limit: string;
  readonly dueAt: string;
}

/** A plan as the server answers it, as far as it is printed. */
export interface PlanOfServer {
  readonly packCode: string;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
  readonly possible: boolean;
  readonly total: number;
  readonly findings: readonly FindingOfPlan[];
  readonly cases: readonly {
    readonly id: string;
    readonly caseNo: string;
    readonly fits: boolean;
    readonly tasks: readonly { readonly name: Words; readonly toName: Words | null }[];
    readonly clocks: readonly {
      readonly kind: string;
      readonly before: Limit | null;
      readonly after: Limit | null;
    }[];
    readonly findings: readonly FindingOfPlan[];
  }[];
}

/** A plan for the terminal: what it means for the versions, then a block a case, then its hash. */
export function linesOfPlan(plan: PlanOfServer, language: CliLanguage): string {
  const { migration } = texts;
  const fitting = plan.cases.filter(({ fits }) => fits).length;
  const head = fillText(migration.head[language], {
    pack: plan.packCode,
    from: plan.from,
    to: plan.to,
    cases: plan.cases.length,
    fitting,
    total: plan.total,
  });
  const lines = [head, ...plan.findings.flatMap((entry) => findingLines(entry, '  ', language))];
  for (const entry of plan.cases) {
    lines.push(`${entry.caseNo}  ${migration[entry.fits ? 'fits' : 'stays'][language]}`);
    for (const { name, toName } of entry.tasks)
      lines.push(
        `    ${name[language]} → ${toName === null ? migration.nowhere[language] : toName[language]}`,
      );
    for (const { kind, before, after } of entry.clocks)
      lines.push(`    ${kind}: ${sayLimit(before)} → ${sayLimit(after)}`);
    lines.push(...entry.findings.flatMap((found) => findingLines(found, '    ', language)));
  }
  lines.push(fillText(migration.hash[language], { hash: plan.hash }));
  return `${lines.join('\n')}\n`;
}

function findingLines(
  { severity, code, zh, en, help }: FindingOfPlan,
  indent: string,
  language: CliLanguage,
): string[] {
  const word = texts.severities[severity][language];
  const line = `${indent}${word}  ${language === 'en' ? en : zh}  [${code}]`;
  return severity === 'info' ? [line] : [line, `${indent}    ${help[language]}`];
}

function sayLimit(limit: Limit | null): string {
  return limit === null ? '–' : `${limit.limit} (${limit.dueAt})`;
}
