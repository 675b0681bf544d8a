import { type Value, variablesOf } from '../expression/evaluateExpression.ts';
import { parseExpression } from '../expression/parseExpression.ts';
import type { PackManifest, Question } from '../schema/packSchema.ts';
import { judgeCondition, type Verdict } from './judgeCondition.ts';

/** Something that hangs on answers, and on which. */
export interface Judged {
  readonly verdict: Verdict;
  /** Questions that are answered and that it hangs on. */
  readonly because: readonly Question[];
  /** Questions without an answer that it hangs on. */
  readonly dependsOn: readonly Question[];
}

/** What the answers so far come to. */
export interface Situation {
  /** Questions that are asked now, in their order, with the answer or null. */
  readonly questions: readonly { readonly question: Question; readonly answer: string | null }[];
  readonly materials: readonly (Judged & { readonly key: string })[];
  /** Keys of the variants of the limits that can still apply, in their order; null is none of them. */
  readonly variants: readonly (string | null)[];
  /** Of a theme: the items that it is made of. */
  readonly items: readonly (Judged & { readonly item: string })[];
}

type Pack = Pick<PackManifest, 'questions' | 'intakeVariables' | 'materials' | 'limits'> & {
  readonly theme?: PackManifest['theme'];
};

/**
 * 情形引导: what an operation comes to with the answers given so far (key of the question → value of the option). `fields`
 * are the keys of its form: a question whose field it lacks is not asked, and its variable has its default. An answer that no option has counts
 * as none. `known` is what else is known, such as the operation.
 */
export function judgeSituation(options: {
  pack: Pack;
  materials: readonly string[];
  fields: ReadonlySet<string>;
  answers: Readonly<Record<string, string>>;
  known: Readonly<Record<string, Value>>;
}): Situation {
  const { pack, fields, answers } = options;
  const known: Record<string, Value> = { ...options.known };
  const open = new Map<string, readonly Value[]>();
  const byVariable = new Map<string, Question>();
  const questions: { question: Question; answer: string | null }[] = [];
  const passed = new Set<Question>();
  for (const question of pack.questions) {
    const variables = pack.intakeVariables.filter(({ from }) => from === `/${question.field}`);
    const isAsked = !fields.has(question.field)
      ? 'no'
      : question.when === undefined
        ? 'yes'
        : judgeCondition(question.when, known, open);
    const values = question.options.map(({ value }) => value);
    const answer = values.find((value) => value === answers[question.key]);
    for (const variable of variables) {
      byVariable.set(variable.name, question);
      const absent = variable.default ?? blank[variable.type];
      if (isAsked === 'no') known[variable.name] = absent;
      else if (isAsked === 'yes' && answer !== undefined) known[variable.name] = typed(answer, variable.type);
      else
        open.set(variable.name, [
          ...values.map((value) => typed(value, variable.type)),
          ...(isAsked === 'open' ? [absent] : []),
        ]);
    }
    if (isAsked === 'yes') questions.push({ question, answer: answer ?? null });
    if (isAsked === 'no') passed.add(question);
  }
  const answered = new Set(questions.filter(({ answer }) => answer !== null).map(({ question }) => question));
  const judge = (when: string | undefined): Judged => {
    if (when === undefined) return { verdict: 'yes', because: [], dependsOn: [] };
    const named = variablesOf(parseExpression(when)).flatMap((name) => byVariable.get(name) ?? []);
    const asked = named.filter((question) => !passed.has(question));
    return {
      verdict: judgeCondition(when, known, open),
      because: asked.filter((question) => answered.has(question)),
      dependsOn: asked.filter((question) => !answered.has(question)),
    };
  };
  return {
    questions,
    materials: options.materials.map((key) => ({
      key,
      ...judge(pack.materials.find((material) => material.key === key)?.when),
    })),
    variants: possibleVariants(pack, (when) => judgeCondition(when, known, open)),
    items: (pack.theme?.items ?? []).map(({ item, when }) => ({ item, ...judge(when) })),
  };
}

/** The first that holds counts: those before it that may hold, and none of them where no one is certain. */
function possibleVariants(pack: Pack, judge: (when: string) => Verdict): (string | null)[] {
  const possible: (string | null)[] = [];
  for (const { key, when } of pack.limits.variants ?? []) {
    const verdict = judge(when);
    if (verdict !== 'no') possible.push(key);
    if (verdict === 'yes') return possible;
  }
  return [...possible, null];
}

const blank = { string: '', number: 0, boolean: false } as const;

/** As the server reads the field into the variable. */
function typed(value: string, type: keyof typeof blank): Value {
  if (type === 'boolean') return value === 'true' || value === 'yes';
  return type === 'number' ? Number(value) || 0 : value;
}
