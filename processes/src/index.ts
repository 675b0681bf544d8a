export { type ElementState, paintProcess, type Stay } from './bpmn/paintProcess.ts';
export { type ProcessModel, readProcessModel, type UserStep } from './bpmn/readProcessModel.ts';
export { readStepOrder } from './bpmn/readStepOrder.ts';
export { readTokenPlaces, type TokenPlaces } from './bpmn/readTokenPlaces.ts';
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
export { type Decision, readDmn } from './dmn/readDmn.ts';
export { evaluateExpression, type Value } from './expression/evaluateExpression.ts';
export { parseExpression } from './expression/parseExpression.ts';
export { type StartingPoint, startFrom, startingPoints } from './gallery/gallery.ts';
export { type Finding, type FindingCode, findingCodes } from './lint/Finding.ts';
export { knownPackOf } from './lint/knownPackOf.ts';
export type { KnownPack, LicenseNumbers, LintContext, NoCodeFinding } from './lint/LintContext.ts';
export { readLicenseNumbers } from './lint/licenseNumbers.ts';
export { lintPack } from './lint/lintPack.ts';
export { contentHash } from './pack/contentHash.ts';
export { PackError, type PackProblem } from './pack/PackError.ts';
export { isExpectedPath, type PackFiles } from './pack/packFiles.ts';
export { parsePack } from './pack/parsePack.ts';
export { fillPlaceholders, readNotice } from './pack/readNotice.ts';
export { listSeedPacks, readPackFolder, type SeedPack } from './pack/readPackFolder.ts';
export { themesLast } from './pack/themesLast.ts';
export { type Act, type ActOf, actSchema } from './scenario/actSchema.ts';
export { coverPack, type PackCoverage, type Way } from './scenario/coverPack.ts';
export type { Visit } from './scenario/coverPath.ts';
export type { Expectation, OpenTask } from './scenario/expectationSchema.ts';
export { groupPath } from './scenario/groupPath.ts';
export { lineFinder } from './scenario/lineOf.ts';
export { type ReadScenarios, readScenarios, type ScenarioFile } from './scenario/readScenarios.ts';
export { type Scenario, scenarioSchema } from './scenario/scenarioSchema.ts';
export { writeScenario } from './scenario/writeScenario.ts';
export type { Check } from './schema/checksSchema.ts';
export { type ClockName, clockNamesIn, isClockName, readClockName } from './schema/clockNames.ts';
export type { DispatchAct, DispatchEffect } from './schema/dispatchEffectSchema.ts';
export { ruleOfAct } from './schema/dispatchEffectSchema.ts';
export type { Dispatch } from './schema/dispatchSchema.ts';
export type { Fee, FeeMoment, FeeRefund } from './schema/feeSchema.ts';
export { type LicenseType, licensePlaceholders } from './schema/licenseSchema.ts';
export { type LifeEvent, type LifeEventKey, lifeEventKeys, lifeEvents } from './schema/lifeEvents.ts';
export { type Notice, noticePlaceholders, noticeSchema } from './schema/noticeSchema.ts';
export { packJsonSchema } from './schema/packJsonSchema.ts';
export {
  type DocumentKind,
  documentKinds,
  itemKinds,
  type Material,
  type Operation,
  type OperationKey,
  operationKeys,
  type PackManifest,
  type PackManifestInput,
  packSchema,
  powerTypes,
  type Question,
} from './schema/packSchema.ts';
export { completionVariables, startVariables, topics } from './schema/processVariables.ts';
export { type PublicationRules, permitCategories } from './schema/publicationSchema.ts';
export { type BoundField, parseSource, type Source } from './schema/sourceSchema.ts';
export type { Effect, Outcome, Step, Variable } from './schema/stepSchema.ts';
export type { Text } from './schema/text.ts';
export type { Theme } from './schema/themeSchema.ts';
export { judgeCondition, type Verdict } from './situation/judgeCondition.ts';
export { type Judged, judgeSituation, type Situation } from './situation/judgeSituation.ts';
export { packFromTable } from './stepTable/packFromTable.ts';
export { readStepTable } from './stepTable/readStepTable.ts';
export { makePack, type NewPack } from './template/makePack.ts';
export { readMinimalPack } from './template/minimalPack.ts';
