import type { FieldType } from './ConditionField.ts';

/** What a decision table gives: the name and type of its first output and the texts that its rows give. */
export interface DecisionResult {
  readonly decision: string;
  readonly type: FieldType;
  readonly values: readonly string[];
}

/** What the decision tables of a pack give; a file that is no XML gives nothing. Needs a browser. */
export function readDecisionResults(files: ReadonlyMap<string, string>): DecisionResult[] {
  return [...files]
    .filter(([path]) => path.endsWith('.dmn'))
    .flatMap(([, text]) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      return [...document.getElementsByTagNameNS('*', 'decision')].map(readResult);
    });
}

function readResult(decision: Element): DecisionResult {
  const output = decision.getElementsByTagNameNS('*', 'output')[0];
  const rows = [...decision.getElementsByTagNameNS('*', 'rule')];
  const cells = rows.map(
    (row) => row.getElementsByTagNameNS('*', 'outputEntry')[0]?.textContent?.trim() ?? '',
  );
  const values = new Set(cells.flatMap((cell) => /^"([^"]*)"$/.exec(cell)?.[1] ?? []));
  const type = output?.getAttribute('typeRef') ?? 'string';
  return {
    decision: decision.getAttribute('id') ?? '',
    type:
      type === 'boolean' ? 'boolean' : type === 'string' ? (values.size > 0 ? 'choice' : 'text') : 'number',
    values: [...values],
  };
}
