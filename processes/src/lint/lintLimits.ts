import {
  type BusinessHours,
  comparePromised,
  defaultCalendar,
  formatHours,
  formatLimit,
  hasDue,
  type Limit,
} from '@onewindow/clocks';
import { MANIFEST } from '../pack/packFiles.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';

type Limits = Pick<PackManifest['limits'], 'statutory' | 'promised' | 'extension'>;

/**
 * Limits of the item, of each operation and of each variant: cited, kept by the promise, extended in their own unit.
 * `hours` are the handling department's own business hours; left out: those of the calendar.
 */
export function lintLimits({ limits, operations }: PackManifest, hours?: BusinessHours): Finding[] {
  const lintOne = (part: Limits, path: string) => lintPart(part, path, hours);
  const found = lintOne(limits, 'limits');
  operations.forEach((operation, index) => {
    if (operation.limits)
      found.push(...lintOne(over(limits, operation.limits), `operations.${index}.limits`));
  });
  limits.variants?.forEach((variant, index) => {
    found.push(...lintOne(over(limits, variant), `limits.variants.${index}`));
  });
  return found;
}

/** What a part leaves out is as above. */
function over(limits: Limits, part: { readonly [K in keyof Limits]?: Limits[K] | undefined }): Limits {
  return {
    statutory: part.statutory ?? limits.statutory,
    promised: part.promised ?? limits.promised,
    extension: part.extension ?? limits.extension,
  };
}

function lintPart(
  { statutory, promised, extension }: Limits,
  path: string,
  hours: BusinessHours | undefined,
): Finding[] {
  const found: Finding[] = [];
  const add = (code: FindingCode, part: string, params: Record<string, string>) =>
    found.push(finding(code, { file: MANIFEST, path: `${path}.${part}` }, params));
  if (hasDue(statutory) && !statutory.cite)
    add('statutoryNotCited', 'statutory', { limit: formatLimit(statutory) });
  const example = promiseBroken(promised, statutory, hours);
  if (example !== null) {
    const cite = statutory.cite === undefined ? '' : `（${statutory.cite}）`;
    const params = { promised: formatLimit(promised), statutory: formatLimit(statutory), cite };
    add('promisedTooLate', 'promised', { ...params, ...example });
  }
  if (extension && hasDue(statutory) && extension.maximum.unit !== statutory.unit)
    add('extensionUnit', 'extension', { limit: formatLimit(extension.maximum) });
  return found;
}

/** Says in whose hours the example is reckoned where they are not the calendar's. */
function promiseBroken(
  promised: Limit,
  statutory: Limit,
  hours: BusinessHours | undefined,
): { example: string; exampleEn: string } | null {
  const result = comparePromised(promised, statutory, defaultCalendar, hours);
  if (result.ok) return null;
  const counter = result.counterExample;
  const spans = hours === undefined ? '' : formatHours(hours);
  const own =
    hours === undefined
      ? { zh: '', en: '' }
      : { zh: `，按实施部门的办公时间${spans}`, en: `, in the department's own hours ${spans}` };
  return {
    example: counter
      ? `（${counter.startDay}起算：承诺到${counter.promisedDue}，法定到${counter.statutoryDue}${own.zh}）`
      : '',
    exampleEn: counter
      ? ` (from ${counter.startDay}: promised ${counter.promisedDue}, statutory ${counter.statutoryDue}${own.en})`
      : '',
  };
}
