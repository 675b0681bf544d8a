import { absenceRoutes } from '../absence/routes.ts';
import { annotationRoutes } from '../annotations/routes.ts';
import { partnerRoutes } from '../apiKeys/partnerRoutes.ts';
import { apiKeyRoutes } from '../apiKeys/routes.ts';
import { appealRoutes } from '../appeal/routes.ts';
import { applicantRoutes } from '../applicants/routes.ts';
import { assignmentRoutes } from '../assignment/routes.ts';
import { batchRoutes } from '../batch/routes.ts';
import { captureRoutes } from '../capture/routes.ts';
import { caseRoutes } from '../cases/routes.ts';
import { archiveRoutes } from '../catalog/archiveRoutes.ts';
import { lifeRoutes } from '../catalog/lifeRoutes.ts';
import { packRoutes } from '../catalog/packRoutes.ts';
import { catalogRoutes } from '../catalog/routes.ts';
import { checkRoutes } from '../checks/routes.ts';
import { commentRoutes } from '../comments/routes.ts';
import { commitmentRoutes } from '../commitment/routes.ts';
import { consultationRoutes } from '../consultation/routes.ts';
import { cosignRoutes } from '../cosign/routes.ts';
import { deliveryRoutes } from '../delivery/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { dispatchRoutes } from '../dispatch/routes.ts';
import { draftRoutes } from '../drafts/routes.ts';
import { evaluationRoutes } from '../evaluation/routes.ts';
import { eventRoutes } from '../events/routes.ts';
import { externalRoutes } from '../external/routes.ts';
import { payRoutes } from '../fees/payRoutes.ts';
import { feeRoutes } from '../fees/routes.ts';
import { fileRoutes } from '../files/routes.ts';
import { hallRoutes } from '../halls/routes.ts';
import { handoverRoutes } from '../handover/routes.ts';
import { hotlineRoutes } from '../hotline/routes.ts';
import type { Route } from '../http/route.ts';
import { identificationRoutes } from '../identification/routes.ts';
import { identityRoutes } from '../identity/routes.ts';
import { inboxRoutes } from '../inbox/routes.ts';
import { intakeRoutes } from '../intake/routes.ts';
import { licenseRoutes } from '../licenses/routes.ts';
import { liveViewRoutes } from '../liveView/routes.ts';
import { materialRequestRoutes } from '../materialRequests/routes.ts';
import { messageRoutes } from '../messages/routes.ts';
import { migrationRoutes } from '../migration/routes.ts';
import { operationRoutes } from '../operations/routes.ts';
import { opinionRoutes } from '../opinions/routes.ts';
import { packCommentRoutes } from '../packComments/routes.ts';
import { reclaimRoutes } from '../payment/reclaimRoutes.ts';
import { paymentRoutes } from '../payment/routes.ts';
import { prefillRoutes } from '../prefill/routes.ts';
import { processPathRoutes } from '../processPath/routes.ts';
import { publicRoutes } from '../public/routes.ts';
import { publicPublicationRoutes } from '../publication/publicRoutes.ts';
import { publicationRoutes } from '../publication/routes.ts';
import { publicNoticeRoutes } from '../publicNotice/routes.ts';
import { publishRequestRoutes } from '../publishRequests/routes.ts';
import { publicQueueRoutes } from '../queue/publicRoutes.ts';
import { queueRoutes } from '../queue/routes.ts';
import { rehearsalRoutes } from '../rehearsal/routes.ts';
import { routingRoutes } from '../routing/routes.ts';
import { satisfactionRoutes } from '../satisfaction/routes.ts';
import { savedViewRoutes } from '../savedViews/routes.ts';
import { stepDraftRoutes } from '../stepDrafts/routes.ts';
import { supervisionRoutes } from '../supervision/routes.ts';
import { themeRoutes } from '../themes/routes.ts';
import { unroutedRoutes } from '../unrouted/routes.ts';
import { uploadRoutes } from '../uploads/routes.ts';
import { visitRoutes } from '../visits/routes.ts';

/** Every route of the API; what is not here does not exist. */
export const allRoutes: readonly Route[] = [
  ...identityRoutes,
  ...catalogRoutes,
  ...packRoutes,
  ...archiveRoutes,
  ...lifeRoutes,
  ...draftRoutes,
  ...packCommentRoutes,
  ...publishRequestRoutes,
  ...rehearsalRoutes,
  ...migrationRoutes,
  ...liveViewRoutes,
  ...intakeRoutes,
  ...hallRoutes,
  ...queueRoutes,
  ...handoverRoutes,
  ...uploadRoutes,
  ...captureRoutes,
  ...prefillRoutes,
  ...identificationRoutes,
  ...visitRoutes,
  ...commitmentRoutes,
  ...themeRoutes,
  ...caseRoutes,
  ...annotationRoutes,
  ...commentRoutes,
  ...processPathRoutes,
  ...externalRoutes,
  ...appealRoutes,
  ...batchRoutes,
  ...inboxRoutes,
  ...deskRoutes,
  ...stepDraftRoutes,
  ...opinionRoutes,
  ...consultationRoutes,
  ...cosignRoutes,
  ...materialRequestRoutes,
  ...savedViewRoutes,
  ...absenceRoutes,
  ...assignmentRoutes,
  ...fileRoutes,
  ...deliveryRoutes,
  ...dispatchRoutes,
  ...licenseRoutes,
  ...checkRoutes,
  ...paymentRoutes,
  ...reclaimRoutes,
  ...apiKeyRoutes,
  ...partnerRoutes,
  ...feeRoutes,
  ...payRoutes,
  ...supervisionRoutes,
  ...evaluationRoutes,
  ...unroutedRoutes,
  ...routingRoutes,
  ...operationRoutes,
  ...applicantRoutes,
  ...hotlineRoutes,
  ...messageRoutes,
  ...satisfactionRoutes,
  ...publicRoutes,
  ...publicQueueRoutes,
  ...publicNoticeRoutes,
  ...publicationRoutes,
  ...publicPublicationRoutes,
  ...eventRoutes,
];
