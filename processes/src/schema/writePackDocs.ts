import { writeFileSync } from 'node:fs';
import { packDocs } from './packDocs.ts';

writeFileSync(new URL('../../../docs/packs.md', import.meta.url), packDocs());
