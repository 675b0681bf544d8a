/** What runs in a browser too: schema, reading and lint of a pack held in memory; no file system, no hashing. */
export { type ProcessModel, readProcessModel, type UserStep } from './bpmn/readProcessModel.ts';
export {
  areaWords,
  type Change,
  type ChangeKind,
  changeSchema,
  type DiffArea,
  type DiffLanguage,
  diffAreas,
  diffPacks,
  excerpt,
  kindWords,
  type PackDiff,
  packDiffSchema,
  renderDiffText,
  sayChange,
  summariseDiff,
  type Words,
} from './diff/index.ts';
export { type Finding, type FindingCode, findingCodes } from './lint/Finding.ts';
export { knownPackOf } from './lint/knownPackOf.ts';
export type { KnownPack, LicenseNumbers, LintContext, NoCodeFinding } from './lint/LintContext.ts';
export { lintPack } from './lint/lintPack.ts';
export { Readings } from './lint/Readings.ts';
export { PackError, type PackProblem } from './pack/PackError.ts';
export type { PackFiles } from './pack/packFiles.ts';
export { parsePack } from './pack/parsePack.ts';
export { type ReadScenarios, readScenarios, type ScenarioFile } from './scenario/readScenarios.ts';
export { type ClockName, clockNamesIn, isClockName, readClockName } from './schema/clockNames.ts';
export { documentKinds, type PackManifest, packSchema } from './schema/packSchema.ts';
export { completionVariables, startVariables, topics } from './schema/processVariables.ts';
export type { Text } from './schema/text.ts';
