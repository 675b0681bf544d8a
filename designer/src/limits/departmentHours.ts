import { type BusinessHours, defaultCalendar } from '@onewindow/clocks';
import type { Department } from '../DesignerContext.ts';
import type { Manifest } from '../model/manifest.ts';

/** In whose office hours a date is reckoned. */
export interface DepartmentHours {
  readonly spans: BusinessHours;
  /** The department's own; false: it has none, and the calendar's hold. */
  readonly own: boolean;
  /** Null where the installation does not know the department. */
  readonly name: string | null;
}

/** The hours that clocks of the item will count in: those of the department that the pack names. */
export function itemHours(manifest: Manifest, departments: readonly Department[]): DepartmentHours {
  return hoursOf(departmentOf(manifest), departments);
}

/**
 * The hours of each step whose clock counts in others than the item's: an opinion is given by a department that the pack
 * names. Where routing decides, the item's department stands for it.
 */
export function stepHours(
  manifest: Manifest,
  departments: readonly Department[],
): ReadonlyMap<string, BusinessHours> {
  const { joint } = manifest as { readonly joint?: unknown };
  const opinions = listOf(joint).flatMap(({ opinions: given }) => listOf(given));
  return new Map(
    opinions.flatMap(({ step, department }) =>
      typeof step === 'string' && typeof department === 'string'
        ? [[step, hoursOf(department, departments).spans] as const]
        : [],
    ),
  );
}

function hoursOf(id: string | undefined, departments: readonly Department[]): DepartmentHours {
  const found = departments.find((department) => department.id === id);
  const own = found?.businessHours;
  return own === undefined || own.length === 0
    ? { spans: defaultCalendar.businessHours, own: false, name: found?.name ?? null }
    : { spans: own, own: true, name: found?.name ?? null };
}

function departmentOf(manifest: Manifest): string | undefined {
  const { department } = manifest as { readonly department?: unknown };
  return typeof department === 'string' ? department : undefined;
}

/** A list of a manifest that may be half written. */
function listOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null,
  );
}
