import repairs from '../../data/importRepairs.json' with { type: 'json' };

export type Repair = keyof typeof repairs;

/** One thing that was done to a foreign form, and why. `path` is the place in the JSON of the file, `key` the component's. */
export interface FormNote {
  readonly path: string;
  readonly key: string;
  /** Code of the reason: one of refusedConstructs.json, or `camundaForm`. */
  readonly code: string;
  readonly done: Repair;
  readonly zh: string;
  readonly en: string;
}

/** A reason with what was done about it, in words. */
export function formNote(
  reason: {
    readonly path: string;
    readonly key: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  },
  done: Repair,
  name = '',
): FormNote {
  const { path, key, code } = reason;
  const fill = (text: string) => text.replace('{name}', () => name);
  return {
    path,
    key,
    code,
    done,
    zh: `${reason.zh}；${fill(repairs[done].zh)}`,
    en: `${reason.en}; ${fill(repairs[done].en)}`,
  };
}
