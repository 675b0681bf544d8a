/** What can be done about findings: pure, also in a browser. */
export { applyFix } from './applyFix.ts';
export type { Fix, Fixable, FixEdit } from './Fix.ts';
export { findFix } from './findFix.ts';
export { setXmlAttributes } from './setXmlAttributes.ts';
