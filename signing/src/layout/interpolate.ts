import { SigningError } from '../SigningError.ts';

const placeholder = /\{\{\s*([A-Za-z_][\w]*(?:\.[\w]+)*)(\?)?\s*\}\}/g;

/**
 * Fills `{{a.b}}` from data; own properties only, nothing is evaluated. `{{a.b?}}` may be absent and is then empty.
 * Throws `templateDataMissing` naming the path, `templatePlaceholderInvalid` for any other `{{…}}`.
 */
export function interpolate(template: string, data: unknown): string {
  const filled = template.replace(placeholder, (_, path: string, optional: string | undefined) => {
    const value = lookUp(data, path);
    if (value === undefined || value === null || value === '') {
      if (optional) return '';
      throw new SigningError(
        'templateDataMissing',
        `模板所需的数据“${path}”缺失`,
        `the template needs “${path}”, which is missing`,
        { path },
      );
    }
    if (typeof value === 'object') throw notText(path);
    return String(value).replaceAll('{{', '{\u200b{');
  });
  const left = /\{\{(.*?)\}\}/.exec(filled);
  if (left) throw notText((left[1] ?? '').trim());
  return filled.replaceAll('{\u200b{', '{{');
}

/** The value at a dotted path; undefined when any step is not an own property. */
export function lookUp(data: unknown, path: string): unknown {
  let value: unknown = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function notText(path: string): SigningError {
  return new SigningError(
    'templatePlaceholderInvalid',
    `模板占位符“${path}”不正确`,
    `“${path}” is not a valid placeholder of a text`,
    { path },
  );
}
