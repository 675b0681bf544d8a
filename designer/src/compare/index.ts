export type { Change, PackDiff } from '@onewindow/processes/diff';
export { type Compared, ComparePanel } from './ComparePanel.tsx';
export { DiffTable } from './DiffTable.tsx';
