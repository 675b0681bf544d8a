export {
  isBlocking,
  type MigrationCode,
  type MigrationFinding,
  migrationFinding,
} from './MigrationFinding.ts';
export type { ElementPair } from './mapElements.ts';
export { limitNames } from './noteChanges.ts';
export {
  type MigrationOutline,
  outlineMigration,
  refusalOfPack,
  type StepOfPlan,
} from './outlineMigration.ts';
