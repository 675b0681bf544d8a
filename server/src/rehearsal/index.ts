export type { Failure } from './failure.ts';
export { type Played, playScenario } from './playScenario.ts';
export { openStage, type Stage, type StageParts } from './stage.ts';
