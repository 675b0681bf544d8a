import type { Agent, Applicant, Area, CaseEdit, CaseView } from '../api/caseTypes.ts';
import type { FieldError, FormData } from '../api/types.ts';
import { placeOf } from '../components/placeOf.ts';

/** What the clerk is editing; each part is saved on its own, so that a wrong number does not hold back the rest. */
export interface IntakeValues {
  applicant: Applicant;
  agent: Agent | null;
  area: Area;
  licenseId: string;
  /** Of a visit: the license of each item that is about one, by pack code. */
  memberLicenses: Record<string, string>;
  formData: FormData;
  /** Why fields that were filled in for the applicant say something else. */
  formReasons?: NonNullable<CaseEdit['formReasons']>;
}
export type Section = keyof IntakeValues;

export const emptyApplicant: Applicant = {
  kind: 'natural',
  name: '',
  idType: '111',
  idNumber: '',
  phone: '',
};
export const emptyAgent: Agent = { name: '', idNumber: '', phone: '' };

/** The values as the server has them. */
export function valuesOf(view: CaseView): IntakeValues {
  return {
    applicant: { ...emptyApplicant, ...view.applicant },
    agent: view.agent ?? null,
    area: view.area ?? {},
    licenseId: view.licenseId ?? '',
    memberLicenses: Object.fromEntries(
      view.memberLicenses.flatMap(({ packCode, licenseId }) =>
        licenseId === null ? [] : [[packCode, licenseId]],
      ),
    ),
    formData: view.formData ?? {},
  };
}

/** The edit that saves one part, or undefined while it is too incomplete for the server to take. */
export function editOf(section: Section, values: IntakeValues): CaseEdit | undefined {
  switch (section) {
    case 'applicant':
      return isNamed(values.applicant) ? { applicant: withoutBlanks(values.applicant) } : undefined;
    case 'agent':
      if (values.agent === null) return { agent: null };
      return isNamed(values.agent) ? { agent: withLetter(withoutBlanks(values.agent)) } : undefined;
    case 'area':
      return { area: withoutBlanks(values.area) };
    case 'licenseId':
      return values.licenseId === '' ? undefined : { licenseId: values.licenseId };
    case 'memberLicenses':
      return { memberLicenses: values.memberLicenses };
    case 'formData':
      return { formData: values.formData };
    case 'formReasons':
      return values.formReasons === undefined ? undefined : { formReasons: values.formReasons };
  }
}

/** A letter is sent once it says until when it counts; until then the agent is saved without it. */
function withLetter(agent: Agent): Agent {
  const { letter, ...rest } = agent;
  return letter === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(letter.validTo) ? rest : agent;
}

function isNamed(person: { name: string; idNumber: string }): boolean {
  return person.name.trim() !== '' && person.idNumber.trim() !== '';
}

function withoutBlanks<T extends object>(record: T): T {
  const kept = Object.entries(record)
    .map(([key, value]): [string, unknown] => [key, typeof value === 'string' ? value.trim() : value])
    .filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(kept) as T;
}

/** Where an error belongs: a `formInvalid` problem is about the form, others name the part first in their path. */
export function sectionOfError(error: FieldError, code = ''): Section | 'materials' {
  if (code === 'formInvalid') return 'formData';
  const [first = ''] = placeOf(error).split('.');
  if (
    first === 'applicant' ||
    first === 'agent' ||
    first === 'area' ||
    first === 'licenseId' ||
    first === 'memberLicenses' ||
    first === 'materials'
  )
    return first;
  return 'formData';
}
