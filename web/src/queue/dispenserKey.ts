/** Where a dispenser keeps the key of its hall. */
const nameOf = (hall: string) => `onewindow.dispenser.${hall}`;

/** Takes the key out of the address, once, and remembers it on this device; the address bar no longer shows it. */
export function takeDispenserKey(hall: string): string {
  const given = window.location.hash.slice(1);
  if (given !== '') {
    localStorage.setItem(nameOf(hall), given);
    window.history.replaceState(null, '', window.location.pathname);
  }
  return localStorage.getItem(nameOf(hall)) ?? '';
}
