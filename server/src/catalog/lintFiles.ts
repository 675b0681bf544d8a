import { checkNoCode } from '@onewindow/engine';
import { type Finding, lintPack } from '@onewindow/processes';
import { licenseTemplateSchema } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import { roles } from '../identity/model.ts';
import type { PackFile } from './model.ts';

/** Every finding about a pack, with the no-code rules of the engine included. Nothing is stored or deployed. */
export async function lintFiles(app: AppContext, files: readonly PackFile[]): Promise<Finding[]> {
  return lintPack(Object.fromEntries(files.map((file) => [file.path, file.text])), {
    departments: app.organisation.departments().map((department) => department.departmentId),
    roles: [...roles],
    noCode: checkNoCode,
    checkLicenseTemplate: (template) =>
      (licenseTemplateSchema.safeParse(template).error?.issues ?? []).map((issue) => issue.message),
  });
}
