import { shanghaiDay } from '@onewindow/clocks';
import { type CheckFailure, type CheckResult, checkResidentId, checkUscc } from '@onewindow/signing';
import type { Agent, Applicant } from '../cases/model.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';

/**
 * Checks the numbers of applicant and agent (GB 11643 resident ID, GB 32100 credit code).
 * Throws AppError `invalidRequest` naming the rule that failed.
 */
export function checkPerson(
  person: { applicant?: Applicant | undefined; agent?: Agent | undefined },
  now: Date,
): void {
  const problems: FieldProblem[] = [];
  const { applicant, agent } = person;
  const today = shanghaiDay(now);
  if (applicant !== undefined) {
    const result =
      applicant.idType === '001'
        ? confirmed(applicant, checkUscc(applicant.idNumber))
        : applicant.idType === '111'
          ? checkResidentId(applicant.idNumber, today)
          : undefined;
    if (result?.ok === false) problems.push(problem('applicant.idNumber', result));
  }
  if (agent !== undefined) {
    const result = checkResidentId(agent.idNumber, today);
    if (!result.ok) problems.push(problem('agent.idNumber', result));
  }
  if (problems.length > 0) throw new AppError('invalidRequest', { problems });
}

/** True for a credit code that fails only its check character and that the clerk has compared with its original. */
export function isConfirmed(applicant: Applicant): boolean {
  return (
    applicant.idType === '001' &&
    applicant.numberConfirmed === true &&
    failsCheckCharacter(checkUscc(applicant.idNumber))
  );
}

/** Some genuine old codes fail the check character: the clerk may confirm one against its original. */
function confirmed(applicant: Applicant, result: CheckResult): CheckResult {
  return failsCheckCharacter(result) && applicant.numberConfirmed === true ? { ok: true } : result;
}

function failsCheckCharacter(result: CheckResult): boolean {
  return !result.ok && result.rule === 'checkCharacter';
}

function problem(path: string, failure: CheckFailure): FieldProblem {
  return {
    path,
    pointer: `/${path.replaceAll('.', '/')}`,
    message: { 'zh-CN': failure.zh, en: failure.en },
    rule: failure.rule,
  };
}
