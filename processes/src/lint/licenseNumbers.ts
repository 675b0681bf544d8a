import { PackError } from '../pack/PackError.ts';
import type { PackFiles } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { PackManifest } from '../schema/packSchema.ts';
import type { LicenseNumbers } from './LintContext.ts';

/**
 * How a pack numbers its licenses, as other packs are held against it; nothing where it issues none or another system gives
 * the number.
 */
export function licenseNumbersOf(manifest: PackManifest): LicenseNumbers[] {
  const { packCode, name, license } = manifest;
  if (!license || license.numberFrom !== undefined) return [];
  const { typeCode, numberFormat } = license;
  return [{ packCode, name, typeCode, numberFormat }];
}

/** The same of the files of a pack; nothing where they cannot be read. */
export function readLicenseNumbers(files: PackFiles): LicenseNumbers[] {
  try {
    return licenseNumbersOf(parsePack(files));
  } catch (error) {
    if (!(error instanceof PackError || error instanceof SyntaxError)) throw error;
    return [];
  }
}

/**
 * A number that two kinds of licenses can both come to bear; undefined where there is none. Licenses of one type in one format share their serials and never
 * do. Serials are taken to stay within their digits.
 */
export function commonNumber(
  one: LicenseNumbers,
  other: LicenseNumbers,
  division?: string,
): string | undefined {
  if (one.typeCode === other.typeCode && one.numberFormat === other.numberFormat) return undefined;
  const [left, right] = [placesOf(one.numberFormat, division), placesOf(other.numberFormat, division)];
  if (left.length !== right.length || !left.every((place, at) => meets(place, right[at] ?? '')))
    return undefined;
  const both = left.map((place, at) => (place === digit ? (right[at] ?? digit) : place)).join('');
  return both.replace(/#(?=[^#]*$)/, '1').replaceAll(digit, '0');
}

/** Any digit, in a format written out. */
const digit = '#';

/** A format written out, a character or `#` a place; years are of this century. */
function placesOf(format: string, division = digit.repeat(6)): string[] {
  const written = format
    .replaceAll('{division}', division)
    .replaceAll('{year}', `20${digit.repeat(2)}`)
    .replace(/\{serial:(\d)\}/g, (_whole, digits: string) => digit.repeat(Number(digits)));
  return [...written];
}

function meets(one: string, other: string): boolean {
  return one === other || (one === digit && /\d/.test(other)) || (other === digit && /\d/.test(one));
}
