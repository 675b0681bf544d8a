const keyOf = (packCode: string) => `onewindow.rehearsal.${packCode}`;

/** The rehearsal that this window was in: it survives a reload. */
export function rememberedRehearsal(packCode: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(packCode)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberRehearsal(packCode: string, id: string): void {
  try {
    sessionStorage.setItem(keyOf(packCode), id);
  } catch {
    // Storage closed: a reload begins anew.
  }
}

export function forgetRehearsal(packCode: string): void {
  try {
    sessionStorage.removeItem(keyOf(packCode));
  } catch {
    // Nothing was kept.
  }
}
