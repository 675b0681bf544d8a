import { checkResidentId } from '@onewindow/forms';

/**
 * Shapes of the numbers of identity documents that are no resident number, as they are printed on the documents. Letters
 * are capital. Passports: at most nine letters and digits (ICAO Doc 9303 part 4, document number of a TD3). The others: as
 * the National Immigration Administration issues them.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  // 普通护照
  '414': /^[A-Z0-9]{5,9}$/,
  // 台湾居民来往大陆通行证: eight digits; the booklets before 2015 ten.
  '511': /^(\d{8}|\d{10}[A-Z]?)$/,
  // 港澳居民来往内地通行证: H or M and eight digits (of which a letter A for those who are no Chinese citizens), before 2013
  // with two more for the number of the renewal.
  '516': /^[HM](\d{8}(\d{2})?|A\d{7})$/,
  // 外国人永久居留身份证: the cards before 2023 three letters and twelve digits.
  '553': /^[A-Z]{3}\d{12}$/,
};

/** The rule that the number of a document breaks; null: none. A key of forms' messages, or `document.<type>`. */
export type DocumentBreach =
  | `residentId.${NonNullable<ReturnType<typeof checkResidentId>>}`
  | 'document.414'
  | 'document.511'
  | 'document.516'
  | 'document.553';

/**
 * Checks the number of a natural person's document by its type (GB/T 36903 holder kinds). 111 is the resident number (GB 11643),
 * also of residence permits for people of Hong Kong, Macao and Taiwan (810000, 820000, 830000), and 553 since 2023 as well
 * (begins with 9). A type without a known shape is taken as it is.
 */
export function checkDocument(idType: string, number: string, today: string): DocumentBreach | null {
  const likeResident = idType === '111' || (idType === '553' && /^\d/.test(number));
  if (likeResident) {
    const rule = checkResidentId(number, today);
    if (rule !== null) return `residentId.${rule}`;
    return (idType === '553') === number.startsWith('9') ? null : 'residentId.division';
  }
  const shape = shapes[idType];
  return shape === undefined || shape.test(number) ? null : (`document.${idType}` as DocumentBreach);
}
