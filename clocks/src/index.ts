export {
  addWorkdays,
  closeOfBusiness,
  isProvisional,
  isWorkday,
  workdaysBetween,
  workdaysUntil,
} from './askCalendar.ts';
export { type BusinessHours, businessHoursSchema, formatHours } from './businessHours.ts';
export { ClockError } from './ClockError.ts';
export { type Calendar, calendarSchema, type NamedDay } from './calendarSchema.ts';
export {
  type ClockInput,
  type ClockKind,
  clockInputSchema,
  clockKinds,
  defaultThresholds,
  type Extension,
  extensionSchema,
  type Pause,
  pauseSchema,
  type Thresholds,
  thresholdsSchema,
} from './clockInput.ts';
export { answerClockLine, type ClockAnswer } from './clockLine.ts';
export { comparePromised, type PromiseComparison } from './comparePromised.ts';
export { computeDue, type Due } from './computeDue.ts';
export { type DeemedAcceptance, deemedAcceptance } from './deemedAcceptance.ts';
export {
  defaultEscalationChain,
  type EscalationChain,
  type EscalationRole,
  type EscalationStep,
  escalationChainSchema,
  escalationPlan,
  escalationRoles,
  type PlannedStep,
} from './escalation.ts';
export { type Explanation, explain } from './explain.ts';
export type { ClockLine } from './explainLine.ts';
export { assertExtensible, type ExtensionLimits, extendClock } from './extendClock.ts';
export { type Light, type LightView, lightOf } from './lightOf.ts';
export { type LightSchedule, lightAt, lightSchedule } from './lightSchedule.ts';
export {
  type CountedLimit,
  type CountedUnit,
  countedUnits,
  type DueLimit,
  describeLimit,
  formatLimit,
  hasDue,
  type Limit,
  limitSchema,
  parseLimit,
  statutoryLimitSchema,
} from './limit.ts';
export { type CalendarProblem, calendarProblems, defaultCalendar, loadCalendar } from './loadCalendar.ts';
export { type DueChange, recomputeDue } from './recomputeDue.ts';
export { type RenewalDue, renewalDue } from './renewalDue.ts';
export {
  assertPauseGround,
  type ExtensionRule,
  type RuleSet,
  ruleSetOf,
  ruleSetSchema,
  ruleSets,
} from './ruleSets.ts';
export { type Day, shanghaiDay, shanghaiInstant, shanghaiTime } from './shanghaiTime.ts';
export { acceptanceClock, deliveryClock, publicationClock, startClock } from './startClocks.ts';
export { type ErrorCode, type LineKind, type Locale, type Text, textCatalogue } from './texts.ts';
export { workdaysUsed } from './workdaysUsed.ts';
