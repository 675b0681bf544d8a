import type { Value } from '../expression/evaluateExpression.ts';
import { declaredVariables } from './declaredVariables.ts';
import { optionsOf } from './inputDomains.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** Variables with the values they can take in cases of one operation; those whose values cannot be listed are left out. */
export function answerDomains(pack: ManifestUnderLint, operation: string): Map<string, readonly Value[]> {
  const { manifest, forms } = pack;
  const domains = new Map<string, readonly Value[]>();
  for (const [name, values] of declaredVariables(pack)) if (values !== null) domains.set(name, values);
  domains.set('operation', [operation]);
  const intake = manifest.operations.find(({ key }) => key === operation)?.intakeForm;
  const fieldAt = (path: string | undefined, pointer: string) =>
    path === undefined
      ? undefined
      : forms.get(path)?.fields.find((entry) => entry.input && entry.path === pointer);
  for (const { name, from, type, default: absent } of manifest.intakeVariables) {
    const found = fieldAt(intake, from);
    if (found === undefined && intake !== undefined && forms.has(intake) && !from.slice(1).includes('/')) {
      domains.set(name, [absent ?? (type === 'string' ? '' : type === 'number' ? 0 : false)]);
      continue;
    }
    const options = found === undefined ? null : optionsOf(found.component);
    if (type === 'string' && options !== null)
      domains.set(name, typeof absent === 'string' ? [...new Set([...options, absent])] : options);
  }
  for (const { form, variables } of Object.values(manifest.steps)) {
    for (const { name, from, type, default: absent } of variables) {
      const found = fieldAt(form, from);
      const options = found === undefined ? null : optionsOf(found.component);
      if (type === 'string' && options !== null)
        domains.set(name, typeof absent === 'string' ? [...new Set([...options, absent])] : options);
    }
  }
  return domains;
}
