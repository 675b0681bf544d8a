/** What a person calls a part of the process: its name, or its id while it has none. */
export function nameOf(part: { readonly name: string; readonly id: string }): string {
  return part.name || part.id;
}
