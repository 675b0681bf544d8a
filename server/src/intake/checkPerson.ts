import { shanghaiDay } from '@onewindow/clocks';
import { checkCreditCode, checkResidentId, wordBreach } from '@onewindow/forms';
import type { Agent, Applicant } from '../cases/model.ts';
import { AppError, type FieldProblem, type Text } from '../errors/appError.ts';

const residentIdNumber: Text = { 'zh-CN': '身份证号码', en: 'the identity number' };
const creditCode: Text = { 'zh-CN': '统一社会信用代码', en: 'the unified social credit code' };
const mayBeConfirmed: Text = {
  'zh-CN': '；如确为早年发放的代码，可由窗口人员确认后继续',
  en: '; an old genuine code may be confirmed by the clerk',
};

/**
 * Checks the numbers of applicant and agent (GB 11643 resident ID, GB 32100 credit code).
 * Throws AppError `invalidRequest` naming the rule that failed.
 */
export function checkPerson(
  person: { applicant?: Applicant | undefined; agent?: Agent | undefined },
  now: Date,
): void {
  const { applicant, agent } = person;
  const today = shanghaiDay(now);
  const problems = [
    applicant?.idType === '001' ? checkCode('applicant.idNumber', applicant) : undefined,
    applicant?.idType === '111' ? checkResident('applicant.idNumber', applicant.idNumber, today) : undefined,
    agent === undefined ? undefined : checkResident('agent.idNumber', agent.idNumber, today),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new AppError('invalidRequest', { problems });
}

function checkResident(path: string, number: string, today: string): FieldProblem | undefined {
  const rule = checkResidentId(number, today);
  return rule === null
    ? undefined
    : problemAt(path, rule, wordBreach(`residentId.${rule}`, residentIdNumber));
}

/** True for a credit code that fails only its check character and that the clerk has compared with its original. */
export function isConfirmed(applicant: Applicant): boolean {
  return (
    applicant.idType === '001' &&
    applicant.numberConfirmed === true &&
    checkCreditCode(applicant.idNumber) === 'checkCharacter'
  );
}

/** Some genuine old codes fail the check character: the clerk may confirm one against its original. */
function checkCode(path: string, applicant: Applicant): FieldProblem | undefined {
  const rule = checkCreditCode(applicant.idNumber);
  if (rule === null) return undefined;
  const message = wordBreach(`uscc.${rule}`, creditCode);
  if (rule !== 'checkCharacter') return problemAt(path, rule, message);
  if (isConfirmed(applicant)) return undefined;
  return problemAt(path, rule, {
    'zh-CN': message['zh-CN'] + mayBeConfirmed['zh-CN'],
    en: message.en + mayBeConfirmed.en,
  });
}

function problemAt(path: string, rule: string, message: Text): FieldProblem {
  return { path, pointer: `/${path.replaceAll('.', '/')}`, message, rule };
}
