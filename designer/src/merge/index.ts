export { type Merge, type MergeConflict, mergePacks, resolveMerge } from './mergePacks.ts';
