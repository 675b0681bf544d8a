import { editorSchema } from '../schema/editorSchema.ts';
import { scenarioSchema } from './scenarioSchema.ts';

/** JSON Schema of `scenarios/<name>.yaml`. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return editorSchema(
    scenarioSchema,
    'OneWindow scenario (scenarios/*.yaml)',
    'processes/src/scenario/writeScenarioJsonSchema.ts',
  );
}
