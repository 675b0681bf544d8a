const known = new Map<string, { readonly text: string; readonly title: string }>();

/** Title of a form, its path where it has none; a text is read once. */
export function titleOfForm(path: string, text: string): string {
  const before = known.get(path);
  if (before?.text === text) return before.title;
  let title = path;
  try {
    const read = (JSON.parse(text) as { title?: unknown }).title;
    if (typeof read === 'string' && read !== '') title = read;
  } catch {
    // A form that cannot be read is named by its path.
  }
  known.set(path, { text, title });
  return title;
}
