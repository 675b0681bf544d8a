export { type Merge, type MergeConflict, mergePacks, resolveMerge } from './mergePacks.ts';
export type { Choice } from './parts/FileMerge.ts';
