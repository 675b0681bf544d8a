/** Title of a form with its path; the path alone where it cannot be read. */
export function formTitle(text: string, path: string): string {
  try {
    const title = (JSON.parse(text) as { title?: unknown }).title;
    return typeof title === 'string' && title !== '' ? `${title}（${path}）` : path;
  } catch {
    return path;
  }
}
