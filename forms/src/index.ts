export { type CreditCodeProblem, checkCreditCode } from './formats/checkCreditCode.ts';
export { isCalendarDay } from './formats/checkDate.ts';
export { checkResidentId, type ResidentIdProblem } from './formats/checkResidentId.ts';
export type { FormNote } from './import/formNote.ts';
export { type ForeignForm, importForm } from './import/importForm.ts';
export { localiseForm } from './localise/localiseForm.ts';
export { findFileField, type PhotoFields, photoFields } from './model/findFileField.ts';
export type {
  FieldProblem,
  FileReference,
  FormData,
  FormDefinition,
  Locale,
  Text,
} from './model/formDefinition.ts';
export { type ListedField, listFields } from './model/listFields.ts';
export type { Option } from './model/readLabels.ts';
export { renderSummary, type SummaryRow } from './model/renderSummary.ts';
export { allowedTypes } from './sanitise/findBadSettings.ts';
export { findUnsafe } from './sanitise/findUnsafe.ts';
export { findUnsafeLater } from './sanitise/findUnsafeLater.ts';
export { findPattern } from './sanitise/matchPattern.ts';
export type { UnsafeFinding } from './sanitise/unsafeFinding.ts';
export type { Facts, HeldLicense } from './validate/checkFacts.ts';
export { type CheckedFile, checkFile } from './validate/checkFile.ts';
export { describeProblem, wordBreach } from './validate/describeProblem.ts';
export { listWritableKeys } from './validate/lockedFields.ts';
export { type Checked, type Submission, validateSubmission } from './validate/validateSubmission.ts';
