import type { LintContext } from './LintContext.ts';

/** What the packs of the product may name in the reference district. */
export const districtContext = {
  departments: [
    ...['zwfw', 'scjg', 'mzj', 'csglw', 'cgzf', 'swj', 'jtzd', 'cgzx', 'yjj', 'ga', 'wjw', 'jw', 'whlyj'],
    ...['cl', 'xfjy', 'rsj', 'sthj', 'sfj', 'nyncj', 'jxj', 't005', 'v005901'],
  ],
  roles: ['clerk', 'approver', 'head', 'operator', 'shiftChief', 'dispatcher', 'gridWorker', 'expert'],
} satisfies LintContext;
