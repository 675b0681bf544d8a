import { writeFileSync } from 'node:fs';
import { scenarioDocs } from './scenarioDocs.ts';

writeFileSync(new URL('../../../docs/scenarios.md', import.meta.url), scenarioDocs());
