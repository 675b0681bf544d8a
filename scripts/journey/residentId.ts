const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up resident ID number (GB 11643-1999) of somebody born in Beijing in 1949; `serial` 0 to 999 tells people apart. */
export function residentId(serial: number): string {
  const body = `11010519491231${String(serial % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
