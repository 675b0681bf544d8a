import { maskName, maskNumber } from '../cases/maskName.ts';
import { maskValue } from '../cases/maskValue.ts';
import type { Applicant } from '../cases/model.ts';
import type { PublicEntry, SubjectKind } from './model.ts';

/** Holder kind of a unified social credit code (GB/T 36903). */
const usccKind = '001';

type Holder = Pick<Applicant, 'kind' | 'name' | 'idType' | 'idNumber' | 'legalRepresentative'>;

/** Who a decision is about, as the standard tells them apart: a credit code that begins with 92 is an 个体工商户 (GB 32100). */
export function subjectKindOf({ kind, idType, idNumber }: Holder): SubjectKind {
  if (kind === 'natural') return 'natural';
  return idType === usccKind && idNumber.startsWith('92') ? 'individualBusiness' : 'legal';
}

/**
 * The holder as everybody may read it. Legal persons stand whole with their credit code; of natural persons the first
 * character of the name and the last four of the number are left; a representative is a natural person, too, and so is the
 * name of an 个体工商户 that is its operator's own (Personal Information Protection Law art. 6; 《政府信息公开条例》第十五条).
 */
export function coverSubject(
  applicant: Holder,
): Pick<PublicEntry, 'subjectName' | 'subjectKind' | 'uscc' | 'legalRepresentative' | 'idType' | 'idNumber'> {
  const subjectKind = subjectKindOf(applicant);
  const { name, idType, idNumber, legalRepresentative = '' } = applicant;
  const named = subjectKind === 'individualBusiness' && name.trim() === legalRepresentative.trim();
  const personal = subjectKind === 'natural' || named;
  const uscc = subjectKind !== 'natural' && idType === usccKind ? idNumber : '';
  return {
    subjectName: personal ? maskName(name, 'natural') : name,
    subjectKind,
    uscc,
    legalRepresentative: subjectKind === 'natural' ? '' : maskName(legalRepresentative, 'natural'),
    idType: uscc === '' ? idType : '',
    idNumber: uscc === '' ? (subjectKind === 'natural' ? maskNumber(idNumber) : idNumber) : '',
  };
}

export interface ContentRule {
  mask: string;
  personalMask?: string | undefined;
}

/** One line of what the permit is about; undefined where nothing of it is shown. */
export function coverContent(
  value: string,
  { mask, personalMask = mask }: ContentRule,
  kind: SubjectKind,
  names: readonly string[],
): string | undefined {
  const wanted = kind === 'natural' ? personalMask : mask;
  if (wanted === 'hide' || value.trim() === '') return undefined;
  return coverText(maskValue(value, wanted), names);
}

/** Resident identity number (GB 11643: division, day of birth, sequence, check character). */
const identityNumber =
  /(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g;
const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** Covers what a free text lets slip: identity numbers, mobile numbers, and the given names of natural persons. */
export function coverText(text: string, names: readonly string[]): string {
  const known = names.filter((name) => [...name.trim()].length > 1).sort((a, b) => b.length - a.length);
  const covered = text.replace(identityNumber, maskNumber).replace(mobileNumber, maskNumber);
  return known.reduce((said, name) => said.replaceAll(name, maskName(name, 'natural')), covered);
}
