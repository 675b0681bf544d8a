/** A name for lists and public pages: the first character of a person, the first two and last two of an organisation. */
export function maskName(name: string, kind: 'natural' | 'legal'): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  if (kind === 'natural') return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 1))}`;
  if (characters.length <= 4) return `${characters[0]}***`;
  return `${characters.slice(0, 2).join('')}****${characters.slice(-2).join('')}`;
}

/** A number for the screen: all but the last four hidden. */
export function maskNumber(number: string): string {
  return number.length <= 4 ? '****' : `${'*'.repeat(number.length - 4)}${number.slice(-4)}`;
}
