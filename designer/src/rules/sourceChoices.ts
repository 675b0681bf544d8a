import { offeredSources } from '../license/licenseSources.ts';
import { readFormFields } from '../license/readFormFields.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import type { Named } from './referenceOf.ts';
import { rulesTexts } from './rulesTexts.ts';

interface Pack {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

/** Every place that a value can come from, in words: the application, the steps, the applicant, the case. */
export function sourceChoices(pack: Pack): Named[] {
  const { manifest, files, locale } = pack;
  const texts = rulesTexts[locale];
  const forms = offeredSources(manifest, files).map(({ source, step, label, english }) => ({
    value: source,
    label: `${step === null ? texts.application : (manifest.steps?.[step]?.name?.[locale] ?? step)} › ${
      locale === 'en' ? english : label
    }`,
  }));
  return [...forms, ...Object.entries(texts.sources).map(([value, label]) => ({ value, label }))];
}

/** Fields of the form that a path is about: of its step, of the application, else of every form. */
export function pointerChoices(path: readonly (string | number)[], pack: Pack): Named[] {
  const { manifest, files, locale } = pack;
  const intake = (manifest.operations ?? []).map(({ intakeForm }) => intakeForm);
  const paths =
    path[0] === 'steps'
      ? [manifest.steps?.[String(path[1])]?.form]
      : path[0] === 'intakeVariables' || path[0] === 'theme' || path[0] === 'dispatch'
        ? intake
        : [...files.keys()].filter((file) => file.startsWith('forms/'));
  const found = new Map<string, string>();
  for (const form of paths)
    for (const { pointer, label, english } of readFormFields(files.get(form ?? '') ?? ''))
      if (!found.has(pointer)) found.set(pointer, locale === 'en' ? english : label);
  return [...found].map(([value, label]) => ({ value, label }));
}
