import { caseRoutes } from '../cases/routes.ts';
import { catalogRoutes } from '../catalog/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { fileRoutes } from '../files/routes.ts';
import type { Route } from '../http/route.ts';
import { identityRoutes } from '../identity/routes.ts';
import { inboxRoutes } from '../inbox/routes.ts';
import { intakeRoutes } from '../intake/routes.ts';
import { licenseRoutes } from '../licenses/routes.ts';
import { operationRoutes } from '../operations/routes.ts';
import { publicRoutes } from '../public/routes.ts';
import { supervisionRoutes } from '../supervision/routes.ts';
import { unroutedRoutes } from '../unrouted/routes.ts';

/** Every route of the API; what is not here does not exist. */
export const allRoutes: readonly Route[] = [
  ...identityRoutes,
  ...catalogRoutes,
  ...intakeRoutes,
  ...caseRoutes,
  ...inboxRoutes,
  ...fileRoutes,
  ...licenseRoutes,
  ...supervisionRoutes,
  ...unroutedRoutes,
  ...operationRoutes,
  ...publicRoutes,
  ...eventRoutes,
];
