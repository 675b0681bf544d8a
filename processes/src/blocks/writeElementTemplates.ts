import { writeFileSync } from 'node:fs';
import { elementTemplates } from './elementTemplates.ts';

writeFileSync(
  new URL('../../blocks/element-templates.json', import.meta.url),
  `${JSON.stringify(elementTemplates(), null, 2)}\n`,
);
