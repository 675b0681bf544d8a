import { evaluateExpression, type Value, variablesOf } from '../expression/evaluateExpression.ts';
import { type Expression, parseExpression } from '../expression/parseExpression.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { answerDomains } from './answerDomains.ts';
import { type Finding, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Ways to answer that are tried out at most; where there are more, or a value is free, nothing is said. */
const mostWays = 20_000;

type Domains = ReadonlyMap<string, readonly Value[]>;

/** Every conditional material is asked for in some situation; every variant of the limits can be the one, and no two at once. */
export function lintSituations(pack: ManifestUnderLint): Finding[] {
  const { manifest } = pack;
  const domains = new Map(manifest.operations.map(({ key }) => [key, answerDomains(pack, key)]));
  return [...lintMaterials(pack, domains), ...lintVariants(pack, domains)];
}

function lintMaterials({ manifest }: ManifestUnderLint, domains: ReadonlyMap<string, Domains>): Finding[] {
  return manifest.materials.flatMap(({ key, name, when }, index) => {
    if (when === undefined) return [];
    const expression = parseExpression(when);
    const asking = manifest.operations.filter(({ materials }) => materials.includes(key));
    const reachable = asking.some((operation) => {
      const ways = waysOf([expression], domains.get(operation.key) ?? new Map());
      return ways === null || ways.some((way) => evaluateExpression(expression, way) === true);
    });
    if (reachable || asking.length === 0) return [];
    const params = { name: name['zh-CN'], nameEn: name.en };
    return [finding('materialUnreachable', { file: MANIFEST, path: `materials.${index}.when` }, params)];
  });
}

function lintVariants({ manifest }: ManifestUnderLint, domains: ReadonlyMap<string, Domains>): Finding[] {
  const variants = (manifest.limits.variants ?? []).map((variant) => ({
    ...variant,
    expression: parseExpression(variant.when),
  }));
  const ways: Record<string, Value>[] = [];
  for (const domain of domains.values()) {
    const own = waysOf(
      variants.map(({ expression }) => expression),
      domain,
    );
    if (own === null) return [];
    ways.push(...own);
  }
  const held = ways.map((way) =>
    variants.map(({ expression }) => evaluateExpression(expression, way) === true),
  );
  const found: Finding[] = [];
  variants.forEach(({ name }, at) => {
    const place = { file: MANIFEST, path: `limits.variants.${at}.when` };
    const own = { name: name['zh-CN'], nameEn: name.en };
    if (!held.some((row) => row.indexOf(true) === at))
      found.push(finding('situationUnreachable', place, own));
    variants.forEach((other, before) => {
      if (before >= at) return;
      // A narrower one before a wider one is an exception to it; two that cut across each other are not told apart.
      const only = (one: number, two: number) => held.some((row) => row[one] && !row[two]);
      const both = held.some((row) => row[at] && row[before]);
      if (!both || !only(at, before) || !only(before, at)) return;
      const params = { ...own, other: other.name['zh-CN'], otherEn: other.name.en };
      found.push(finding('situationsOverlap', place, params));
    });
  });
  return found;
}

/** All ways in which the variables of the expressions can be; null where one is free or there are too many. */
function waysOf(expressions: readonly Expression[], domains: Domains): Record<string, Value>[] | null {
  const names = [...new Set(expressions.flatMap(variablesOf))];
  let ways: Record<string, Value>[] = [{}];
  for (const name of names) {
    const values = domains.get(name);
    if (values === undefined || ways.length * values.length > mostWays) return null;
    ways = ways.flatMap((way) => values.map((value) => ({ ...way, [name]: value })));
  }
  return ways;
}
