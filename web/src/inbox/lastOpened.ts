const key = 'onewindow.lastTask';

/** Remembers which task was opened, so that coming back the keyboard is where it was. */
export function rememberOpened(taskId: string): void {
  sessionStorage.setItem(key, taskId);
}

/** The task that was opened last in this tab. */
export function lastOpened(): string | null {
  return sessionStorage.getItem(key);
}

export function forgetOpened(): void {
  sessionStorage.removeItem(key);
}
