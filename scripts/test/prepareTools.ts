import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ROOT } from '../console/paths.ts';
import { step } from '../console/step.ts';
import { findPython } from '../prerequisites/findPython.ts';

type PrepareValidators = (place: {
  cacheDir: string;
  python: string;
}) => Promise<Readonly<Record<string, string>>>;

let prepared: Promise<Readonly<Record<string, string>>> | undefined;

/** The validators of signing/, prepared once for all phases: the environment variables by which specs find them. */
export function prepareTools(): Promise<Readonly<Record<string, string>>> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<Readonly<Record<string, string>>> {
  const file = join(ROOT, 'signing', 'src', 'validators', 'prepareValidators.ts');
  if (!existsSync(file)) return {};
  const { prepareValidators } = (await import(pathToFileURL(file).href)) as {
    prepareValidators: PrepareValidators;
  };
  const python = await findPython();
  return step('validators (pyHanko, EU DSS)', () => prepareValidators({ cacheDir: CACHE, python }));
}
