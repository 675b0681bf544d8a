import { waysWithout } from '../bpmn/readStepOrder.ts';
import { reachableFrom } from '../bpmn/walkGraph.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';

/**
 * A step that is done by whoever did an earlier one (`samePersonAs`): the other one comes before it, on every way if
 * the rule is to hold always, and four eyes do not forbid what it asks for.
 */
export function lintSamePerson({ manifest, process }: PackUnderLint): Finding[] {
  const { steps } = manifest;
  const found: Finding[] = [];
  const isTask = (id: string) => process?.nodes.get(id)?.type === 'UserTask';
  for (const [key, { samePersonAs, fourEyes, name, role }] of Object.entries(steps)) {
    if (samePersonAs === undefined) continue;
    const other = samePersonAs === 'intake' ? undefined : steps[samePersonAs];
    if (samePersonAs !== 'intake' && other === undefined) continue;
    const add = (code: FindingCode) =>
      found.push(
        finding(
          code,
          { file: MANIFEST, path: `steps.${key}.samePersonAs`, element: key },
          { name: name['zh-CN'], other: other?.name['zh-CN'] ?? '收件' },
        ),
      );
    if (samePersonAs === key) {
      add('samePersonItself');
      continue;
    }
    const forbidden = (step: string) => fourEyes === true || (fourEyes !== false && fourEyes.includes(step));
    if (samePersonChain(steps, key).some(forbidden)) add('samePersonFourEyes');
    if ((other?.role ?? 'clerk') !== role) add('samePersonOtherRole');
    if (samePersonAs === 'intake' || process === undefined || !process.nodes.has(key)) continue;
    if (!reachableFrom(process, [samePersonAs]).has(key)) add('samePersonLater');
    else if (isTask(key) && !(isTask(samePersonAs) && !waysWithout(process, samePersonAs).has(key)))
      add('samePersonNotAlways');
  }
  return found;
}

/** The steps that a step shares its person with, nearest first. */
function samePersonChain(steps: PackManifest['steps'], key: string): string[] {
  const chain: string[] = [];
  for (let next = steps[key]?.samePersonAs; next !== undefined && !chain.includes(next); ) {
    chain.push(next);
    next = steps[next]?.samePersonAs;
  }
  return chain;
}
