import type { Material } from '@onewindow/processes';

/** The letter by which an applicant lets somebody act for them 授权委托书. */
export const authorisationLetter = 'authorisationLetter';

const letter: Material = {
  key: authorisationLetter,
  name: { 'zh-CN': '授权委托书', en: 'Letter of authorisation' },
  required: true,
  keyMaterial: true,
  licenseTypes: [],
  accept: ['pdf', 'jpg', 'png'],
  maxMegabytes: 20,
};

/** A material that any item may ask for without its pack saying so; a pack's own of the same key goes before it. */
export function productMaterial(key: string): Material | undefined {
  return key === authorisationLetter ? letter : undefined;
}
