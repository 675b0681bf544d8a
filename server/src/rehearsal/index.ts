export type { Failure } from './failure.ts';
export { partsOfEnvironment } from './partsOfEnvironment.ts';
export { type PackPlayed, type PackToPlay, playPacks } from './playPacks.ts';
export { type Played, playScenario } from './playScenario.ts';
export { type ReportLanguage, renderFailure, renderPlayed, renderSummary } from './renderReport.ts';
export { openStage, type Stage, type StageParts } from './stage.ts';
