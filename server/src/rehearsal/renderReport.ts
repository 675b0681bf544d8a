import { fillText } from '../app/fillText.ts';
import type { Failure } from './failure.ts';
import type { PackPlayed } from './playPacks.ts';
import type { Played } from './playScenario.ts';
import texts from './rehearsal-texts.json' with { type: 'json' };

export type ReportLanguage = 'zh-CN' | 'en';

const { report } = texts;

/** One line for a scenario with the seconds it took; below it, what was not as expected and where it says so. */
export function renderPlayed(folder: string, played: Played, language: ReportLanguage): string {
  const passed = played.failures.length === 0;
  const seconds = (played.milliseconds / 1000).toFixed(1);
  const word = report[passed ? 'passed' : 'failed'][language];
  const head = `${passed ? '✔' : '✘'} ${word}  ${played.packCode}/${played.key}  ${played.name[language]}  ${seconds} s\n`;
  return head + played.failures.map((one) => renderFailure(folder, one, language)).join('');
}

/** `folder/file:line path sentence`, so that an editor opens it at the place. */
export function renderFailure(folder: string, one: Failure, language: ReportLanguage): string {
  const place = one.path === '' ? '' : `${one.path}  `;
  return `    ${folder}/${one.file}:${one.line}  ${place}${language === 'en' ? one.en : one.zh}\n`;
}

/**
 * What no scenario of a pack has passed, and how many passed and failed in all on which version of the engine; with `partly`, when not all scenarios
 * were played, the latter only.
 */
export function renderSummary(
  results: readonly PackPlayed[],
  { language, engine, partly = false }: { language: ReportLanguage; engine: string; partly?: boolean },
): string {
  const lines = results.flatMap((result) => {
    if (partly || result.failures.length > 0) return [];
    const at = { pack: result.packCode };
    if (result.scenarios.length === 0) return [fillText(report.none[language], at)];
    const { nodes, flows, rules } = result.coverage;
    const left = [
      ...nodes.filter(({ passed }) => !passed).map((node) => fillText(report.node[language], { ...node })),
      ...flows.filter(({ passed }) => !passed).map((flow) => fillText(report.flow[language], { ...flow })),
      ...rules.filter(({ passed }) => !passed).map((rule) => fillText(report.rule[language], { ...rule })),
    ];
    if (left.length === 0) return [fillText(report.covered[language], at)];
    return [fillText(report.uncovered[language], at), ...left.map((one) => `    ${one}`)];
  });
  const all = results.flatMap(({ scenarios }) => scenarios);
  const failed = all.filter(({ failures }) => failures.length > 0).length;
  const refused = results.filter(({ failures }) => failures.length > 0).length;
  const sum = { passed: all.length - failed, failed: failed + refused, engine };
  return `${[...lines, fillText(report.sum[language], sum)].join('\n')}\n`;
}
