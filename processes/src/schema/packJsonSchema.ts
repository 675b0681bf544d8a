import { editorSchema } from './editorSchema.ts';
import { packSchema } from './packSchema.ts';

/** JSON Schema of `pack.yaml`. */
export function packJsonSchema(): Record<string, unknown> {
  return editorSchema(
    packSchema,
    'OneWindow service pack (pack.yaml)',
    'processes/src/schema/writePackJsonSchema.ts',
  );
}
