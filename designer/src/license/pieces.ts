const PLACEHOLDER = /\{\{\s*([A-Za-z_][\w.]*)\??\s*\}\}/g;
const TOKEN = /〔([^〔〕]+)〕/g;

/** The one placeholder that a text consists of; null where there is more or less. */
export function onlyPlaceholder(text: string): string | null {
  return /^\{\{\s*([A-Za-z_][\w.]*)\??\s*\}\}$/.exec(text.trim())?.[1] ?? null;
}

/** `{{validFrom}}至{{validTo}}` as people read it: `〔有效期起〕至〔有效期至〕`. */
export function toTokens(text: string, nameOf: (path: string) => string): string {
  return text.replace(PLACEHOLDER, (_, path: string) => `〔${nameOf(path)}〕`);
}

/** Back again; a token whose name nobody knows stays as it was typed. */
export function fromTokens(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(TOKEN, (whole, name: string) => {
    const path = names.get(name.trim());
    return path === undefined ? whole : `{{${path}}}`;
  });
}

/** Placeholders of a text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}
