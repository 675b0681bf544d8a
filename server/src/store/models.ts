import type { Connection, Model, Schema } from 'mongoose';
import { type AbsenceDocument, absenceSchema } from '../absence/model.ts';
import { type AnnotationDocument, annotationSchema } from '../annotations/model.ts';
import { type ApiKeyDocument, apiKeySchema } from '../apiKeys/model.ts';
import { type AppealDocument, appealDocumentSchema } from '../appeal/model.ts';
import {
  type ApplicantAccountDocument,
  applicantAccountSchema,
  type SignInCodeDocument,
  signInCodeSchema,
} from '../applicants/model.ts';
import { type AssignmentRuleDocument, assignmentRuleSchema } from '../assignment/model.ts';
import {
  type EventDocument,
  eventSchema,
  type SecurityEventDocument,
  securityEventSchema,
} from '../audit/model.ts';
import {
  type BatchEntryDocument,
  type BatchListDocument,
  batchEntrySchema,
  batchListSchema,
} from '../batch/model.ts';
import { type CaptureDocument, captureSchema } from '../capture/model.ts';
import {
  type AuthorisationDocument,
  authorisationSchema,
  type CaseDocument,
  caseSchema,
  type SubmissionDocument,
  submissionSchema,
} from '../cases/model.ts';
import {
  type ItemDocument,
  itemSchema,
  type PackContentDocument,
  type PackDraftDocument,
  type PackVersionDocument,
  packContentSchema,
  packDraftSchema,
  packVersionSchema,
} from '../catalog/model.ts';
import { type PackTextDocument, packTextSchema } from '../catalog/packTextModel.ts';
import { type CheckDocument, checkSchema } from '../checks/model.ts';
import { type ClockDocument, clockSchema } from '../clocks/model.ts';
import {
  type CommentDocument,
  commentSchema,
  type MentionDocument,
  mentionSchema,
} from '../comments/model.ts';
import { type CreditRecordDocument, creditRecordSchema } from '../commitment/model.ts';
import { type ConsultationDocument, consultationSchema } from '../consultation/model.ts';
import { type CosignDocument, cosignSchema } from '../cosign/model.ts';
import { type DeliveryDocument, deliverySchema } from '../delivery/model.ts';
import { type TaskDraftDocument, taskDraftSchema } from '../desk/model.ts';
import {
  type EvaluationDocument,
  evaluationSchema,
  type ReportDocument,
  type ReportPhotoDocument,
  reportPhotoSchema,
  reportSchema,
} from '../dispatch/model.ts';
import { type CaseDocumentDocument, caseDocumentSchema } from '../documents/model.ts';
import {
  type PackPresenceDocument,
  type PackRevisionDocument,
  packPresenceSchema,
  packRevisionSchema,
} from '../drafts/model.ts';
import { type WatermarkDocument, watermarkSchema } from '../engineLink/model.ts';
import {
  type PerformanceAppealDocument,
  type PerformanceDocument,
  type PerformanceFactsDocument,
  type PerformanceSchemeDocument,
  type PerformanceScoreDocument,
  performanceAppealSchema,
  performanceFactsSchema,
  performanceSchema,
  performanceSchemeSchema,
  performanceScoreSchema,
} from '../evaluation/model.ts';
import {
  type BillDocument,
  billSchema,
  type CashierOrderDocument,
  cashierOrderSchema,
} from '../fees/model.ts';
import { type StepFileDocument, stepFileSchema } from '../files/model.ts';
import {
  type HallDocument,
  hallSchema,
  type RosterDocument,
  rosterSchema,
  type SeatDocument,
  seatSchema,
} from '../halls/model.ts';
import { type HandoverDocument, handoverSchema } from '../handover/model.ts';
import { type IdempotencyDocument, idempotencySchema } from '../http/idempotencyModel.ts';
import { type UserDocument, userSchema } from '../identity/model.ts';
import { type TaskDocument, taskSchema } from '../inbox/model.ts';
import { type WatchDocument, watchSchema } from '../inbox/watchModel.ts';
import { type LeaseDocument, leaseSchema } from '../lease/model.ts';
import {
  type LicenseDocument,
  type LicenseLogDocument,
  licenseLogSchema,
  licenseSchema,
} from '../licenses/model.ts';
import { type MaterialRequestDocument, materialRequestSchema } from '../materialRequests/model.ts';
import { type DevelopmentMessageDocument, developmentMessageSchema } from '../messages/model.ts';
import {
  type CaseMigrationDocument,
  caseMigrationSchema,
  type MigrationDocument,
  migrationSchema,
} from '../migration/model.ts';
import { type OpinionDocument, opinionSchema } from '../opinions/model.ts';
import {
  type DepartmentDocument,
  type DivisionDocument,
  departmentSchema,
  divisionSchema,
} from '../organisation/model.ts';
import { type OutboxDocument, outboxSchema } from '../outbox/model.ts';
import { type PackThreadDocument, packThreadSchema } from '../packComments/model.ts';
import {
  type EntitlementDocument,
  entitlementSchema,
  type PaymentLineDocument,
  type PaymentListDocument,
  type PaymentLogDocument,
  type PaymentScheduleDocument,
  paymentLineSchema,
  paymentListSchema,
  paymentLogSchema,
  paymentScheduleSchema,
} from '../payment/model.ts';
import { type ReclaimDocument, reclaimSchema } from '../payment/reclaimModel.ts';
import { type PostingDocument, postingSchema } from '../postings/model.ts';
import {
  type PublicationDocument,
  type PublicationObjectionDocument,
  publicationObjectionSchema,
  publicationSchema,
} from '../publication/model.ts';
import {
  type ObjectionDocument,
  objectionSchema,
  type PublicNoticeDocument,
  publicNoticeSchema,
} from '../publicNotice/model.ts';
import { type PublishRequestDocument, publishRequestSchema } from '../publishRequests/model.ts';
import {
  type AppointmentDocument,
  appointmentSchema,
  type QueueMarkDocument,
  queueMarkSchema,
  type TicketDocument,
  ticketSchema,
} from '../queue/model.ts';
import {
  type RehearsalDocument,
  type RehearsalStageDocument,
  rehearsalSchema,
  rehearsalStageSchema,
  type ScenarioRunDocument,
  scenarioRunSchema,
} from '../rehearsal/model.ts';
import { type SatisfactionDocument, satisfactionSchema } from '../satisfaction/model.ts';
import { type SavedViewDocument, savedViewSchema } from '../savedViews/model.ts';
import { type StepDraftDocument, stepDraftSchema } from '../stepDrafts/model.ts';
import { type ComplaintDocument, complaintSchema } from '../supervision/complaints/model.ts';
import {
  type BoardCounterDocument,
  type BoardDeltaDocument,
  type BoardMonthDocument,
  boardCounterSchema,
  boardDeltaSchema,
  boardMonthSchema,
} from '../supervision/counters/model.ts';
import {
  type AlertDocument,
  alertSchema,
  type CardDocument,
  cardSchema,
  type FindingDocument,
  findingSchema,
  type RecordFileDocument,
  recordFileSchema,
  type UrgeDocument,
  urgeSchema,
} from '../supervision/model.ts';
import { type MonthlyReportDocument, monthlyReportSchema } from '../supervision/reports/model.ts';
import { type SupervisionRuleDocument, supervisionRuleSchema } from '../supervision/rules/model.ts';
import { type UploadDocument, uploadSchema } from '../uploads/model.ts';
import { type VisitPlanDocument, visitPlanSchema } from '../visits/model.ts';
import { type CounterDocument, counterSchema } from './counterModel.ts';
import type { BaseDocument } from './documentSchema.ts';
import { type FileDocument, fileSchema } from './fileModel.ts';
import { dropSuperseded } from './supersededIndexes.ts';

/** Every collection of the store, bound to one connection. */
export function createModels(connection: Connection) {
  const model = <T extends BaseDocument>(name: string, schema: Schema<T>): Model<T> =>
    connection.model(name, schema) as unknown as Model<T>;
  return {
    absences: model<AbsenceDocument>('Absence', absenceSchema),
    alerts: model<AlertDocument>('Alert', alertSchema),
    annotations: model<AnnotationDocument>('Annotation', annotationSchema),
    apiKeys: model<ApiKeyDocument>('ApiKey', apiKeySchema),
    appeals: model<AppealDocument>('Appeal', appealDocumentSchema),
    appointments: model<AppointmentDocument>('Appointment', appointmentSchema),
    assignmentRules: model<AssignmentRuleDocument>('AssignmentRule', assignmentRuleSchema),
    authorisations: model<AuthorisationDocument>('Authorisation', authorisationSchema),
    batchLists: model<BatchListDocument>('BatchList', batchListSchema),
    batchEntries: model<BatchEntryDocument>('BatchEntry', batchEntrySchema),
    bills: model<BillDocument>('Bill', billSchema),
    boardCounters: model<BoardCounterDocument>('BoardCounter', boardCounterSchema),
    boardDeltas: model<BoardDeltaDocument>('BoardDelta', boardDeltaSchema),
    boardMonths: model<BoardMonthDocument>('BoardMonth', boardMonthSchema),
    captures: model<CaptureDocument>('Capture', captureSchema),
    caseDocuments: model<CaseDocumentDocument>('CaseDocument', caseDocumentSchema),
    caseMigrations: model<CaseMigrationDocument>('CaseMigration', caseMigrationSchema),
    cards: model<CardDocument>('SupervisionCard', cardSchema),
    cashierOrders: model<CashierOrderDocument>('CashierOrder', cashierOrderSchema),
    cases: model<CaseDocument>('Case', caseSchema),
    checks: model<CheckDocument>('Check', checkSchema),
    clocks: model<ClockDocument>('Clock', clockSchema),
    comments: model<CommentDocument>('Comment', commentSchema),
    complaints: model<ComplaintDocument>('Complaint', complaintSchema),
    counters: model<CounterDocument>('Counter', counterSchema),
    creditRecords: model<CreditRecordDocument>('CreditRecord', creditRecordSchema),
    deliveries: model<DeliveryDocument>('Delivery', deliverySchema),
    departments: model<DepartmentDocument>('Department', departmentSchema),
    divisions: model<DivisionDocument>('Division', divisionSchema),
    entitlements: model<EntitlementDocument>('Entitlement', entitlementSchema),
    evaluations: model<EvaluationDocument>('Evaluation', evaluationSchema),
    events: model<EventDocument>('Event', eventSchema),
    files: model<FileDocument>('File', fileSchema),
    findings: model<FindingDocument>('Finding', findingSchema),
    halls: model<HallDocument>('Hall', hallSchema),
    handovers: model<HandoverDocument>('Handover', handoverSchema),
    idempotency: model<IdempotencyDocument>('Idempotency', idempotencySchema),
    items: model<ItemDocument>('Item', itemSchema),
    leases: model<LeaseDocument>('Lease', leaseSchema),
    licenseLog: model<LicenseLogDocument>('LicenseLog', licenseLogSchema),
    consultations: model<ConsultationDocument>('Consultation', consultationSchema),
    cosigns: model<CosignDocument>('Cosign', cosignSchema),
    materialRequests: model<MaterialRequestDocument>('MaterialRequest', materialRequestSchema),
    licenses: model<LicenseDocument>('License', licenseSchema),
    mentions: model<MentionDocument>('Mention', mentionSchema),
    monthlyReports: model<MonthlyReportDocument>('MonthlyReport', monthlyReportSchema),
    migrations: model<MigrationDocument>('Migration', migrationSchema),
    objections: model<ObjectionDocument>('Objection', objectionSchema),
    opinions: model<OpinionDocument>('Opinion', opinionSchema),
    outbox: model<OutboxDocument>('Outbox', outboxSchema),
    packContents: model<PackContentDocument>('PackContent', packContentSchema),
    packDrafts: model<PackDraftDocument>('PackDraft', packDraftSchema),
    packPresence: model<PackPresenceDocument>('PackPresence', packPresenceSchema),
    publishRequests: model<PublishRequestDocument>('PublishRequest', publishRequestSchema),
    packThreads: model<PackThreadDocument>('PackThread', packThreadSchema),
    packRevisions: model<PackRevisionDocument>('PackRevision', packRevisionSchema),
    packTexts: model<PackTextDocument>('PackText', packTextSchema),
    packVersions: model<PackVersionDocument>('PackVersion', packVersionSchema),
    applicantAccounts: model<ApplicantAccountDocument>('ApplicantAccount', applicantAccountSchema),
    developmentMessages: model<DevelopmentMessageDocument>('DevelopmentMessage', developmentMessageSchema),
    satisfactions: model<SatisfactionDocument>('Satisfaction', satisfactionSchema),
    signInCodes: model<SignInCodeDocument>('SignInCode', signInCodeSchema),
    paymentLines: model<PaymentLineDocument>('PaymentLine', paymentLineSchema),
    paymentLists: model<PaymentListDocument>('PaymentList', paymentListSchema),
    reclaims: model<ReclaimDocument>('Reclaim', reclaimSchema),
    paymentLog: model<PaymentLogDocument>('PaymentLog', paymentLogSchema),
    paymentSchedules: model<PaymentScheduleDocument>('PaymentSchedule', paymentScheduleSchema),
    performanceAppeals: model<PerformanceAppealDocument>('PerformanceAppeal', performanceAppealSchema),
    performanceFacts: model<PerformanceFactsDocument>('PerformanceFacts', performanceFactsSchema),
    performanceSchemes: model<PerformanceSchemeDocument>('PerformanceScheme', performanceSchemeSchema),
    performanceScores: model<PerformanceScoreDocument>('PerformanceScore', performanceScoreSchema),
    performances: model<PerformanceDocument>('Performance', performanceSchema),
    publicNotices: model<PublicNoticeDocument>('PublicNotice', publicNoticeSchema),
    publications: model<PublicationDocument>('Publication', publicationSchema),
    publicationObjections: model<PublicationObjectionDocument>(
      'PublicationObjection',
      publicationObjectionSchema,
    ),
    queueMarks: model<QueueMarkDocument>('QueueMark', queueMarkSchema),
    rehearsals: model<RehearsalDocument>('Rehearsal', rehearsalSchema),
    rehearsalStages: model<RehearsalStageDocument>('RehearsalStage', rehearsalStageSchema),
    scenarioRuns: model<ScenarioRunDocument>('ScenarioRun', scenarioRunSchema),
    reportPhotos: model<ReportPhotoDocument>('ReportPhoto', reportPhotoSchema),
    reports: model<ReportDocument>('Report', reportSchema),
    rosters: model<RosterDocument>('Roster', rosterSchema),
    seats: model<SeatDocument>('Seat', seatSchema),
    securityEvents: model<SecurityEventDocument>('SecurityEvent', securityEventSchema),
    stepDrafts: model<StepDraftDocument>('StepDraft', stepDraftSchema),
    postings: model<PostingDocument>('Posting', postingSchema),
    savedViews: model<SavedViewDocument>('SavedView', savedViewSchema),
    stepFiles: model<StepFileDocument>('StepFile', stepFileSchema),
    submissions: model<SubmissionDocument>('Submission', submissionSchema),
    taskDrafts: model<TaskDraftDocument>('TaskDraft', taskDraftSchema),
    tasks: model<TaskDocument>('Task', taskSchema),
    tickets: model<TicketDocument>('Ticket', ticketSchema),
    supervisionFiles: model<RecordFileDocument>('SupervisionFile', recordFileSchema),
    supervisionRules: model<SupervisionRuleDocument>('SupervisionRule', supervisionRuleSchema),
    uploads: model<UploadDocument>('Upload', uploadSchema),
    urges: model<UrgeDocument>('Urge', urgeSchema),
    users: model<UserDocument>('User', userSchema),
    watches: model<WatchDocument>('Watch', watchSchema),
    visitPlans: model<VisitPlanDocument>('VisitPlan', visitPlanSchema),
    watermarks: model<WatermarkDocument>('Watermark', watermarkSchema),
  };
}

export type Models = ReturnType<typeof createModels>;

/** Creates collections and indexes, and drops indexes of earlier versions; safe to run again and from several servers at once. */
export async function prepareCollections(models: Models): Promise<void> {
  for (const model of Object.values(models) as unknown as Model<BaseDocument>[]) {
    await model.createCollection().catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 48)) throw error;
    });
    await model.createIndexes();
    await dropSuperseded(model);
  }
}
