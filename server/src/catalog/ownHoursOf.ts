import type { LintContext } from '@onewindow/processes';
import type { Organisation } from '../organisation/organisation.ts';

/** Business hours of the departments that have their own, by id: what the check of a pack reckons in. */
export function ownHoursOf(organisation: Organisation): NonNullable<LintContext['businessHours']> {
  const own = organisation
    .departments()
    .flatMap(({ departmentId, businessHours }) =>
      businessHours === undefined || businessHours.length === 0
        ? []
        : [[departmentId, businessHours.map(({ from, to }) => ({ from, to }))] as const],
    );
  return Object.fromEntries(own);
}
