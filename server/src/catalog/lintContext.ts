import { checkNoCode } from '@onewindow/engine';
import type { LintContext } from '@onewindow/processes';
import { findTemplateFaults } from '@onewindow/signing/template';
import { roles } from '../identity/model.ts';

/**
 * What this product knows and a pack may name, with the no-code rules of the engine; departments by their ids, and the
 * business hours of those that have their own.
 */
export function lintContext(
  departments: readonly string[],
  businessHours: NonNullable<LintContext['businessHours']> = {},
): LintContext {
  return {
    departments,
    businessHours,
    roles: [...roles],
    noCode: checkNoCode,
    checkLicenseTemplate: findTemplateFaults,
  };
}
