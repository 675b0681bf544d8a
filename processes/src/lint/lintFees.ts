import { MANIFEST } from '../pack/packFiles.ts';
import { parseSource } from '../schema/sourceSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';
import { sourceExists } from './sourceExists.ts';

/** What is billed can be reckoned when it falls due, and somebody is there to demand it. */
export function lintFees(pack: ManifestUnderLint): Finding[] {
  const { fees, steps } = pack.manifest;
  const found: Finding[] = [];
  const add = (code: FindingCode, path: string, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST, path }, params));
  const delivers = Object.values(steps).some(({ effects }) =>
    effects.some((effect) => 'recordDelivery' in effect),
  );
  const keys = fees.map(({ key }) => key);
  fees.forEach(({ key, name, amountFen, quantity, due }, index) => {
    const path = `fees.${index}`;
    if (key !== undefined && keys.indexOf(key) !== index) add('feeTwice', `${path}.key`, { name: key });
    if (amountFen === undefined) return;
    quantity.forEach((source, at) => {
      const place = `${path}.quantity.${at}`;
      const params = { name: name['zh-CN'], source };
      if (!sourceExists(source, pack)) add('feeQuantityUnbound', place, params);
      else if (due === 'acceptance' && parseSource(source).origin === 'step')
        add('feeQuantityTooLate', place, params);
    });
    if (due === 'delivery' && !delivers) add('feeNeverDemanded', `${path}.due`, { name: name['zh-CN'] });
  });
  return found;
}
