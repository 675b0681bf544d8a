import { type Finding, lintPack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { lintContext } from './lintContext.ts';
import type { PackFile } from './model.ts';

/** Every finding about a pack, with the no-code rules of the engine included. Nothing is stored or deployed. */
export async function lintFiles(app: AppContext, files: readonly PackFile[]): Promise<Finding[]> {
  const departments = app.organisation.departments().map((department) => department.departmentId);
  return lintPack(Object.fromEntries(files.map((file) => [file.path, file.text])), lintContext(departments));
}
