export type { Choice } from './bpmn/mergeBpmn.ts';
export { type Merge, type MergeConflict, mergePacks, resolveMerge } from './mergePacks.ts';
