import type { OwnCase } from '../api/portal.ts';

/** The pages of an application, in order: one thing a page. */
export type Step = 'area' | 'license' | 'form' | 'materials' | 'check';

/** Which pages this application has. */
export function stepsOf(view: Pick<OwnCase, 'askedArea' | 'requiresLicense' | 'materials'>): Step[] {
  return [
    ...(view.askedArea === 'none' ? [] : (['area'] as const)),
    ...(view.requiresLicense ? (['license'] as const) : []),
    'form',
    ...(view.materials.length === 0 ? [] : (['materials'] as const)),
    'check',
  ];
}

/** The page on which what is named in an error is answered. */
export function stepOfError(place: string, code: string): Step {
  if (code.startsWith('license')) return 'license';
  if (code === 'formInvalid') return 'form';
  if (place.startsWith('area')) return 'area';
  if (place.startsWith('materials')) return 'materials';
  return place.startsWith('licenseId') ? 'license' : 'form';
}
