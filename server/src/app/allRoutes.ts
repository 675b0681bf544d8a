import { appealRoutes } from '../appeal/routes.ts';
import { applicantRoutes } from '../applicants/routes.ts';
import { batchRoutes } from '../batch/routes.ts';
import { caseRoutes } from '../cases/routes.ts';
import { lifeRoutes } from '../catalog/lifeRoutes.ts';
import { packRoutes } from '../catalog/packRoutes.ts';
import { catalogRoutes } from '../catalog/routes.ts';
import { checkRoutes } from '../checks/routes.ts';
import { commitmentRoutes } from '../commitment/routes.ts';
import { dispatchRoutes } from '../dispatch/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { externalRoutes } from '../external/routes.ts';
import { fileRoutes } from '../files/routes.ts';
import { hotlineRoutes } from '../hotline/routes.ts';
import type { Route } from '../http/route.ts';
import { identityRoutes } from '../identity/routes.ts';
import { inboxRoutes } from '../inbox/routes.ts';
import { intakeRoutes } from '../intake/routes.ts';
import { licenseRoutes } from '../licenses/routes.ts';
import { messageRoutes } from '../messages/routes.ts';
import { migrationRoutes } from '../migration/routes.ts';
import { operationRoutes } from '../operations/routes.ts';
import { paymentRoutes } from '../payment/routes.ts';
import { publicRoutes } from '../public/routes.ts';
import { publicNoticeRoutes } from '../publicNotice/routes.ts';
import { satisfactionRoutes } from '../satisfaction/routes.ts';
import { supervisionRoutes } from '../supervision/routes.ts';
import { themeRoutes } from '../themes/routes.ts';
import { unroutedRoutes } from '../unrouted/routes.ts';

/** Every route of the API; what is not here does not exist. */
export const allRoutes: readonly Route[] = [
  ...identityRoutes,
  ...catalogRoutes,
  ...packRoutes,
  ...lifeRoutes,
  ...migrationRoutes,
  ...intakeRoutes,
  ...commitmentRoutes,
  ...themeRoutes,
  ...caseRoutes,
  ...externalRoutes,
  ...appealRoutes,
  ...batchRoutes,
  ...inboxRoutes,
  ...fileRoutes,
  ...dispatchRoutes,
  ...licenseRoutes,
  ...checkRoutes,
  ...paymentRoutes,
  ...supervisionRoutes,
  ...unroutedRoutes,
  ...operationRoutes,
  ...applicantRoutes,
  ...hotlineRoutes,
  ...messageRoutes,
  ...satisfactionRoutes,
  ...publicRoutes,
  ...publicNoticeRoutes,
  ...eventRoutes,
];
