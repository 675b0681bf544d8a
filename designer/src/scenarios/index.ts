export { readStarts, type ScenarioStart } from './readStarts.ts';
