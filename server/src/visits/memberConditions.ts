import type { PackManifest, Question } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { AskedQuestion } from './composeForm.ts';

type Variable = PackManifest['intakeVariables'][number];

/** What the conditions of one item of a visit mean in the one form: its variables under names of their own. */
export class MemberConditions {
  readonly variables: Variable[];
  /** The item's guided questions, filling the fields of the one form. */
  readonly questions: Question[];
  readonly #places: ReadonlyMap<string, string>;
  readonly #known: ReadonlyMap<string, string>;

  constructor(
    { loaded, operation }: { loaded: LoadedPack; operation: string },
    at: number,
    asked: readonly AskedQuestion[],
  ) {
    const { pack } = loaded;
    this.#places = new Map(
      asked.flatMap(({ key, to }) =>
        to.filter(({ item }) => item === pack.packCode).map((place) => [place.key, key] as const),
      ),
    );
    const known = new Map([['operation', literal(operation)]]);
    const own = (name: string) => `item${at + 1}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    this.variables = pack.intakeVariables.flatMap((variable) => {
      const from = this.#pointerOf(variable.from);
      // What the form does not ask has its default for good.
      known.set(
        variable.name,
        from === undefined ? literal(variable.default ?? blank[variable.type]) : own(variable.name),
      );
      return from === undefined ? [] : [{ ...variable, name: own(variable.name), from }];
    });
    this.#known = known;
    this.questions = pack.questions.flatMap((question) => {
      const field = this.#places.get(question.field);
      if (field === undefined) return [];
      return [{ ...question, key: own(question.key), field, when: this.rename(question.when) }];
    });
  }

  /** The condition over the variables of the one form. */
  rename(condition: string | undefined): string | undefined {
    return condition
      ?.split(/('[^']*')/)
      .map((part) =>
        part.startsWith("'") ? part : part.replace(/[A-Za-z_]\w*/g, (name) => this.#known.get(name) ?? name),
      )
      .join('');
  }

  #pointerOf(pointer: string): string | undefined {
    const [, key = '', ...rest] = pointer.split('/');
    const place = this.#places.get(key);
    return place === undefined ? undefined : ['', place, ...rest].join('/');
  }
}

/** The guided questions of all items, each field once. */
export function composeGuide(members: readonly MemberConditions[]): Question[] {
  const questions = members.flatMap((member) => member.questions);
  return questions.filter(({ field }, at) => questions.findIndex((other) => other.field === field) === at);
}

const blank = { string: '', number: 0, boolean: false } as const;

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
