import { writeFile } from 'node:fs/promises';
import { packJsonSchema } from './packJsonSchema.ts';

await writeFile(
  new URL('../../pack.schema.json', import.meta.url),
  `${JSON.stringify(packJsonSchema(), null, 2)}\n`,
);
