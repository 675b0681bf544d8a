import type { Person } from '../desk/model.ts';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/**
 * 征求意见: a department or a person is asked for an opinion beside the step, which goes on. Question and answer are sealed
 * under the document's id.
 */
export interface ConsultationDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepKey: string;
  stepName: Text;
  askedBy: Person & { departmentId: string };
  askedAt: Date;
  /** Department that is asked; with `toUser` that person of it alone. */
  toDepartment: string;
  toUser?: Person;
  sealedQuestion: string;
  clockId: string;
  dueDay: string;
  state: 'open' | 'answered' | 'withdrawn' | 'ended';
  position?: 'agree' | 'dissent' | 'noComment';
  sealedAnswer?: string;
  answeredBy?: Person;
  answeredAt?: Date;
  endedAt?: Date;
}

export const consultationSchema = documentSchema<ConsultationDocument>('consultations', {
  caseId: text,
  caseNo: text,
  itemName: nested,
  taskId: text,
  stepKey: text,
  stepName: nested,
  askedBy: nested,
  askedAt: instant,
  toDepartment: text,
  toUser: nested,
  sealedQuestion: text,
  clockId: text,
  dueDay: text,
  state: text,
  position: optionalText,
  sealedAnswer: optionalText,
  answeredBy: nested,
  answeredAt: optionalInstant,
  endedAt: optionalInstant,
});
consultationSchema.index({ tenant: 1, caseId: 1, state: 1 });
consultationSchema.index({ tenant: 1, toDepartment: 1, state: 1 });
