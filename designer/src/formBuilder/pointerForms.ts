import type { Manifest } from '../model/manifest.ts';

type Place = readonly (string | number)[];

/**
 * The forms that a bare pointer (`/address`) at a place of pack.yaml is about; empty where it is about another pack.
 * A pointer of a step is about the step's form, unless it stands with a part that names a form of its own.
 */
export function formsAbout(place: Place, manifest: Manifest): readonly string[] {
  const [part, key] = place;
  const stepForm = (step: unknown) => manifest.steps?.[String(step)]?.form ?? [];
  const at = (...path: Place): unknown => {
    let value: unknown = manifest;
    for (const one of path) value = (value as Record<string | number, unknown> | undefined)?.[one];
    return value;
  };
  const named = (form: unknown) => (typeof form === 'string' ? [form] : []);
  if (part === 'steps') {
    if (place[2] !== 'panel') return [stepForm(key)].flat();
    if (place[3] === 'conclusion') return named(at('steps', String(key), 'panel', 'form'));
    const appointed = at('steps', String(key), 'panel', 'members', 'appointedBy');
    return Array.isArray(appointed) ? appointed.flatMap(stepForm) : [];
  }
  if (part === 'hearing') {
    const step = place[2] === 'partyFrom' ? 'requestStep' : 'arrangeStep';
    return [stepForm(at('hearing', 'course', step))].flat();
  }
  if (part === 'joint') return [stepForm(at('joint', Number(key), 'dissentMeeting', 'step'))].flat();
  if (part === 'checks') return named(at('checks', Number(key), 'form'));
  // What is filled into other items names their fields.
  if (part === 'theme' && place.includes('to')) return [];
  if (part === 'theme' && key === 'jointVisit') return named(at('theme', 'jointVisit', 'form'));
  return (manifest.operations ?? []).flatMap(({ intakeForm }) => intakeForm ?? []);
}

/** Parts whose pointers count from a row of a list: the source of that list; undefined elsewhere. */
export function listAbout(place: Place, manifest: Manifest): string | undefined {
  if (place[0] !== 'license' || place[1] !== 'otherHolders' || place[2] === 'list') return undefined;
  const license = (manifest as unknown as { license?: { otherHolders?: { list?: unknown } } }).license;
  const list = license?.otherHolders?.list;
  return typeof list === 'string' ? list : undefined;
}
