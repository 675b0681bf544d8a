import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from './scenarioJsonSchema.ts';

writeFileSync(
  new URL('../../scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
);
