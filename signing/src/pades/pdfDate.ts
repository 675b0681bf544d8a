/** PDF date in Shanghai time, `D:YYYYMMDDHHmmSS+08'00'` (ISO 32000 section 7.9.4). */
export function pdfDate(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600_000).toISOString();
  return `D:${local.slice(0, 19).replace(/[-T:]/g, '')}+08'00'`;
}
