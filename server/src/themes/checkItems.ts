import { validateSubmission } from '@onewindow/forms';
import type { Theme } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { isConfirmed } from '../intake/checkPerson.ts';
import { prefillFrom } from '../intake/prefillFrom.ts';
import { mapAnswers, questionOf } from './mapAnswers.ts';
import type { PlannedItem } from './themeItems.ts';

/**
 * The application form of each item, filled in from the theme's answers and complete: nothing is asked a second time.
 * What a license to come will answer (the applicant of an item that waits for it) may be open.
 * Throws AppError `formInvalid` with each problem at the theme's own question.
 */
export async function checkItems(options: {
  app: AppContext;
  subject: CaseDocument;
  theme: Theme;
  planned: readonly PlannedItem[];
  answers: Readonly<Record<string, unknown>>;
}): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const { app, subject, theme, planned, answers } = options;
  const person = personOf(app, subject);
  const { applicant } = person;
  const problems: FieldProblem[] = [];
  const filled = new Map<string, Record<string, unknown>>();
  for (const { rule, loaded, applicantFrom } of planned) {
    const operation = loaded.operation(rule.operation);
    const mapped = mapAnswers(theme, rule, answers);
    const known = applicantFrom === undefined ? prefillFrom(person, operation.prefill, mapped) : mapped;
    const checked = await validateSubmission({
      form: loaded.form(operation.intakeForm),
      data: known,
      mode: 'submit',
      locale: 'zh-CN',
      confirmedCodes: applicant !== undefined && isConfirmed(applicant) ? [applicant.idNumber] : [],
      knownFiles: new Map(),
    });
    const open = applicantFrom === undefined ? [] : operation.prefill.map(({ to }) => `/${to}`);
    const wrong = checked.errors.filter(({ pointer }) => !open.includes(pointer));
    problems.push(
      ...wrong.map((error) => {
        const pointer = questionOf(theme, rule.item, error.pointer) ?? error.pointer;
        return {
          path: pointer.slice(1).replaceAll('/', '.'),
          pointer,
          label: error.label,
          rule: error.rule,
          message: {
            'zh-CN': `${loaded.pack.name['zh-CN']}：${error.message}`,
            en: `${loaded.pack.name.en}: ${error.messageEn ?? error.message}`,
          },
        };
      }),
    );
    filled.set(rule.item, checked.ok ? checked.data : known);
  }
  if (problems.length > 0)
    throw new AppError('formInvalid', { params: { count: problems.length }, problems });
  return filled;
}
