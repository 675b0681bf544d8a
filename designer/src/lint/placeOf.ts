import type { Finding } from '../model/packFiles.ts';
import { besides, chapterKeys } from '../rules/chapters.ts';

/** Tabs of the designer that hold something a finding can be about. */
export type PlaceTab =
  | 'process'
  | 'forms'
  | 'routing'
  | 'limits'
  | 'materials'
  | 'rules'
  | 'notices'
  | 'license'
  | 'item'
  | 'scenarios'
  | 'files';

export interface FindingPlace {
  readonly tab: PlaceTab;
  /** Part of the pack that is edited there, as `Place` marks it; undefined: the tab as a whole. */
  readonly at?: string;
}

type Params = Readonly<Record<string, string | number>>;

/** Findings about pack.yaml that name no path. */
const byCode: Readonly<Record<string, (params: Params) => FindingPlace>> = {
  departmentUnknown: () => ({ tab: 'item', at: 'department' }),
  ruleSetUnknown: () => ({ tab: 'item', at: 'ruleSet' }),
  ruleSetUnsuitable: () => ({ tab: 'item', at: 'ruleSet' }),
  lifeEventUnfit: () => ({ tab: 'item', at: 'lifeEvents' }),
  licenseNeverIssued: ({ operation }) => ({ tab: 'item', at: `operations.${operation}` }),
  licenseMissing: ({ operation }) => ({ tab: 'item', at: `operations.${operation}` }),
  themeUnknown: () => ({ tab: 'rules', at: 'themes' }),
  materialUnknown: ({ operation }) => ({ tab: 'item', at: `operations.${operation}` }),
  materialUnused: ({ name }) => ({ tab: 'materials', at: `materials.${name}` }),
  materialUnreachable: () => ({ tab: 'materials' }),
  laterOfKeyMaterial: ({ name }) => ({ tab: 'materials', at: `materials.${name}` }),
  licenseTypeUnknown: ({ name }) => ({ tab: 'materials', at: `materials.${name}` }),
  pauseGroundRefused: () => ({ tab: 'limits', at: 'specialProcedures' }),
  procedureNeverEnds: ({ procedure }) => ({ tab: 'limits', at: `specialProcedures.${procedure}` }),
  situationUnreachable: () => ({ tab: 'limits', at: 'limits.variants' }),
  situationsOverlap: () => ({ tab: 'limits', at: 'limits.variants' }),
};

/** First part of a path in pack.yaml → tab. */
const byPart: Readonly<Record<string, PlaceTab>> = {
  limits: 'limits',
  specialProcedures: 'limits',
  startsAt: 'limits',
  materials: 'materials',
  questions: 'materials',
  documents: 'notices',
  license: 'license',
  name: 'item',
  aliases: 'item',
  lifeEvents: 'item',
  kind: 'item',
  powerType: 'item',
  codes: 'item',
  department: 'item',
  ruleSet: 'item',
  applicantKinds: 'item',
  area: 'item',
  legalBasis: 'item',
  operations: 'item',
  ...Object.fromEntries(
    chapterKeys.flatMap((key) => [key, ...(besides[key] ?? [])]).map((part) => [part, 'rules' as const]),
  ),
};

/** Where a finding is put right; the element of a diagram is for the caller to look up first. */
export function placeOf({ code, file, path, params = {} }: Finding): FindingPlace {
  if (file.startsWith('forms/')) return { tab: 'forms' };
  if (file.endsWith('.bpmn')) return { tab: 'process' };
  if (file.endsWith('.dmn')) return { tab: 'routing' };
  if (file.startsWith('scenarios/')) return { tab: 'scenarios' };
  if (file.startsWith('notices/')) return { tab: 'notices', at: file };
  if (file === 'license.yaml') return licensePlace(path, params);
  if (file !== 'pack.yaml') return { tab: 'files' };
  const found = Object.hasOwn(byCode, code) ? byCode[code]?.(params) : undefined;
  if (found !== undefined) return found;
  if (/^operations\.\d+\.limits/.test(path ?? '')) return { tab: 'limits', at: path ?? '' };
  const document = /^documents\.(\w+)/.exec(String(params['name'] ?? ''));
  if (document) return { tab: 'notices', at: document[0] };
  const tab = byPart[(path ?? '').split('.')[0] ?? ''];
  return tab === undefined ? { tab: 'files' } : { tab, at: path ?? '' };
}

function licensePlace(path: string | undefined, { field, picture }: Params): FindingPlace {
  if (picture !== undefined) return { tab: 'license', at: `license.pictures.${picture}` };
  if (field !== undefined) return { tab: 'license', at: `license.fields.${field}` };
  return path === undefined ? { tab: 'license' } : { tab: 'license', at: path };
}
