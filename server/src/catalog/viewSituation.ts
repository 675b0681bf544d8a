import { formatLimit } from '@onewindow/clocks';
import { listFields } from '@onewindow/forms';
import { type Judged, judgeSituation, type Question } from '@onewindow/processes';
import type { LoadedPack } from './packRegistry.ts';

/** Key of a question → value of the option that was chosen. */
export type Answers = Readonly<Record<string, string>>;

/**
 * 情形引导: what an operation of an item comes to with the answers so far: the questions to ask, which materials remain, which fall away
 * and because of which answer, which situation applies with its limits. Answers that the pack does not know (it may have
 * changed since a link was made) count as not given. Null where the operation asks nothing.
 * Throws AppError `operationUnknown`.
 */
export function viewSituation(loaded: LoadedPack, operationKey: string, answers: Answers) {
  const { pack } = loaded;
  const operation = loaded.operation(operationKey);
  const fields = fieldsOf(loaded, operationKey);
  if (!pack.questions.some(({ field }) => fields.has(field))) return null;
  const known = { operation: operationKey };
  const judged = judgeSituation({ pack, materials: operation.materials, fields, answers, known });
  const names = new Map(
    judged.questions.map(({ question, answer }) => [question.key, nameOf(question, answer)]),
  );
  const why = ({ verdict, because, dependsOn }: Judged) => ({
    verdict,
    because: because.map(({ key, title }) => ({ title, answer: names.get(key) ?? null })),
    dependsOn: dependsOn.map(({ title }) => title),
  });
  return {
    questions: judged.questions.map(({ question: { key, title, help, options, field }, answer }) => ({
      key,
      title,
      help: help ?? null,
      field,
      answer,
      options: options.map(({ value, name, help: hint }) => ({ value, name, help: hint ?? null })),
    })),
    fields: Object.fromEntries(
      pack.questions.flatMap(({ key, field }) => (fields.has(field) ? [[key, field] as const] : [])),
    ),
    complete: judged.questions.every(({ answer }) => answer !== null),
    materials: judged.materials.flatMap(({ key, ...rest }) => {
      const rule = loaded.material(key);
      if (rule === undefined) return [];
      const { name, required, note, licenseTypes } = rule;
      return [
        { key, name, required, note: note ?? null, fromLicense: licenseTypes.length > 0, ...why(rest) },
      ];
    }),
    // A theme or a visit has the limits of its items: the plan shows them.
    situations: (pack.theme === undefined ? judged.variants : []).map((key) => {
      const { statutory, promised } = loaded.limitsOf(operationKey, key ?? undefined);
      return {
        name: pack.limits.variants?.find((variant) => variant.key === key)?.name ?? null,
        statutory: statutory.unit === 'none' ? null : formatLimit(statutory),
        promised: promised.unit === 'none' ? null : formatLimit(promised),
      };
    }),
  };
}

/** The fields of the application form that the answers fill: nothing is asked twice. Unknown answers fill none. */
export function fieldsOfAnswers(
  loaded: LoadedPack,
  operationKey: string,
  answers: Answers,
): Record<string, string> {
  const { pack } = loaded;
  const fields = fieldsOf(loaded, operationKey);
  const judged = judgeSituation({
    pack,
    materials: [],
    fields,
    answers,
    known: { operation: operationKey },
  });
  return Object.fromEntries(
    judged.questions.flatMap(({ question, answer }) => (answer === null ? [] : [[question.field, answer]])),
  );
}

/** `key:value,key:value`, as it stands in an address; what is not of that shape is passed over. */
export function parseAnswers(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').flatMap((part) => {
      const [key = '', value = '', ...more] = part.split(':');
      return key === '' || value === '' || more.length > 0 ? [] : [[key, value]];
    }),
  );
}

function fieldsOf(loaded: LoadedPack, operationKey: string): ReadonlySet<string> {
  return new Set(listFields(loaded.form(loaded.operation(operationKey).intakeForm)).map(({ path }) => path));
}

function nameOf(question: Question, answer: string | null) {
  return question.options.find(({ value }) => value === answer)?.name ?? null;
}
