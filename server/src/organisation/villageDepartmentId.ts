/** Department id of a village's service point: `v` and the last six digits of its division code. */
export function villageDepartmentId(code: string): string {
  return `v${code.slice(6)}`;
}
