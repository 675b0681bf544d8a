import { shanghaiDay } from '@onewindow/clocks';
import { checkCreditCode, isCalendarDay, wordBreach } from '@onewindow/forms';
import type { Agent, AgentLetter, Applicant } from '../cases/model.ts';
import { AppError, type FieldProblem, type Text } from '../errors/appError.ts';
import { checkDocument } from './checkDocument.ts';

const residentIdNumber: Text = { 'zh-CN': '身份证号码', en: 'the identity number' };
const documentNumber: Text = { 'zh-CN': '证件号码', en: 'the number of the document' };
const letterDay: Text = {
  'zh-CN': '委托书有效期应为存在的日期（年-月-日）',
  en: 'The letter must be valid until a day that exists (YYYY-MM-DD)',
};
const creditCode: Text = { 'zh-CN': '统一社会信用代码', en: 'the unified social credit code' };
const mayBeConfirmed: Text = {
  'zh-CN': '；如确为早年发放的代码，可由窗口人员确认后继续',
  en: '; an old genuine code may be confirmed by the clerk',
};

/**
 * Checks the numbers of applicant and agent (GB 11643 resident ID, GB 32100 credit code, others by checkDocument).
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
    applicant?.kind === 'natural'
      ? checkNumber('applicant.idNumber', applicant.idType, applicant.idNumber, today)
      : undefined,
    agent === undefined
      ? undefined
      : checkNumber('agent.idNumber', agent.idType ?? '111', agent.idNumber, today),
    agent?.letter === undefined ? undefined : checkLetter(agent.letter),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new AppError('invalidRequest', { problems });
}

function checkNumber(path: string, idType: string, number: string, today: string): FieldProblem | undefined {
  const breach = checkDocument(idType, number, today);
  if (breach === null) return undefined;
  const label = breach.startsWith('residentId') ? residentIdNumber : documentNumber;
  return problemAt(path, breach.split('.')[1] ?? breach, wordBreach(breach, label));
}

/** What a letter of authorisation says must be a day that exists. */
function checkLetter(letter: AgentLetter): FieldProblem | undefined {
  if (isCalendarDay(letter.validTo)) return undefined;
  return problemAt('agent.letter.validTo', 'date', letterDay);
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
