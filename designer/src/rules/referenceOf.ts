import type { Manifest } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';

/** What a key names: another part of the pack or of the installation. */
export type Reference =
  | 'step'
  | 'outcome'
  | 'role'
  | 'notice'
  | 'procedure'
  | 'material'
  | 'licenseType'
  | 'check'
  | 'department'
  | 'formField';

const byPart: Readonly<Record<string, Reference>> = {
  step: 'step',
  tellStep: 'step',
  holdStep: 'step',
  requestStep: 'step',
  arrangeStep: 'step',
  chairStep: 'step',
  steps: 'step',
  appointedBy: 'step',
  failOutcomes: 'outcome',
  outcomes: 'outcome',
  requested: 'outcome',
  dissent: 'outcome',
  recuse: 'outcome',
  agree: 'outcome',
  on: 'outcome',
  role: 'role',
  toRole: 'role',
  approvedBy: 'role',
  attendees: 'role',
  notice: 'notice',
  dependentsNotice: 'notice',
  procedure: 'procedure',
  waives: 'material',
  material: 'material',
  certificate: 'licenseType',
  license: 'licenseType',
  check: 'check',
  transferTo: 'department',
  to: 'formField',
};

/** What the key at a path names; undefined: it is a name of its own. */
export function referenceOf(path: readonly (string | number)[]): Reference | undefined {
  const part = path.findLast((entry) => typeof entry === 'string') ?? '';
  return Object.hasOwn(byPart, part) ? byPart[String(part)] : undefined;
}

export interface Named {
  readonly value: string;
  readonly label: string;
}

interface Pack {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

interface Written {
  readonly key: string;
  readonly name?: { readonly 'zh-CN': string; readonly en: string };
}

/** What of the pack may be named; roles, departments and license types are the installation's. */
export function namedInPack(
  reference: Reference,
  path: readonly (string | number)[],
  { manifest, files, locale }: Pack,
): Named[] {
  const named = (list: unknown) =>
    (Array.isArray(list) ? (list as readonly Written[]) : []).map(({ key, name }) => ({
      value: key,
      label: name?.[locale] ?? key,
    }));
  const more = manifest as unknown as Readonly<Record<string, unknown>>;
  switch (reference) {
    case 'step':
      return Object.entries(manifest.steps ?? {}).map(([value, step]) => ({
        value,
        label: step.name?.[locale] ?? value,
      }));
    case 'outcome':
      return outcomesAt(path, manifest, locale);
    case 'notice':
      return [...files.keys()].flatMap((file) => {
        const key = /^notices\/(\w+)\.yaml$/.exec(file)?.[1];
        return key === undefined ? [] : [{ value: key, label: key }];
      });
    case 'procedure':
      return named(more['specialProcedures']);
    case 'material':
      return named(manifest.materials);
    case 'check':
      return named(more['checks']);
    default:
      return [];
  }
}

/** Outcomes of the step that a path is about, or that stands beside it; of all steps where none does. */
function outcomesAt(path: readonly (string | number)[], manifest: Manifest, locale: Locale): Named[] {
  const own = path[0] === 'steps' ? [String(path[1])] : stepsBeside(path, manifest);
  const steps = Object.entries(manifest.steps ?? {}).filter(([key]) => own.length === 0 || own.includes(key));
  const found = new Map<string, string>();
  for (const [, step] of steps)
    for (const { key, name } of step.outcomes ?? [])
      if (!found.has(key)) found.set(key, name?.[locale] ?? key);
  return [...found].map(([value, label]) => ({ value, label }));
}

function stepsBeside(path: readonly (string | number)[], manifest: Manifest): string[] {
  for (let size = path.length - 1; size > 0; size -= 1) {
    let at: unknown = manifest;
    for (const part of path.slice(0, size)) at = (at as Record<string | number, unknown> | undefined)?.[part];
    const beside = at as { step?: unknown; requestStep?: unknown; chairStep?: unknown } | null | undefined;
    const steps = [beside?.step, beside?.requestStep, beside?.chairStep];
    const found = steps.filter((step): step is string => typeof step === 'string');
    if (found.length > 0) return found;
  }
  return [];
}
