import { writeFileSync } from 'node:fs';
import { allRoutes } from '../app/allRoutes.ts';
import { buildOpenApi } from '../http/buildOpenApi.ts';

// Generates server/openapi.json from the declared routes; CI runs it again and fails on a difference.
const target = new URL('../../openapi.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(buildOpenApi(allRoutes), null, 2)}\n`);
