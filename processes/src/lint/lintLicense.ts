import { z } from 'zod';
import { PackError } from '../pack/PackError.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { readYaml } from '../pack/readYaml.ts';
import { licensePlaceholders } from '../schema/licenseSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { isSigned } from './isSigned.ts';
import type { PackUnderLint } from './LintContext.ts';
import { commonNumber, licenseNumbersOf } from './licenseNumbers.ts';
import { manifestProblems } from './manifestProblems.ts';
import { isRecord } from './readForm.ts';
import { sourceExists } from './sourceExists.ts';

/** Holder and fields of the license come from what the case has, and the template shows what they give. */
export function lintLicense(pack: PackUnderLint): Finding[] {
  const { license } = pack.manifest;
  if (!license) return [];
  const bound = [
    ...Object.entries(license.holderFrom).map(([name, from]) => ({ name: `holderFrom.${name}`, from })),
    ...Object.entries(license.fields).map(([name, { from }]) => ({ name, from })),
  ];
  const dangling = bound
    .filter(({ from }) => !sourceExists(from, pack))
    .map(({ name, from }) => finding('sourceUnknown', { file: MANIFEST }, { name, source: from }));
  const pictures = license.pictures ?? {};
  const unsigned = Object.entries(pictures)
    .filter(([, from]) => !isSigned(from, pack))
    .map(([key, source]) =>
      finding('signatureUnknown', { file: MANIFEST, path: `license.pictures.${key}` }, { source }),
    );
  const bindings = { fields: Object.keys(license.fields), pictures: Object.keys(pictures) };
  return [...dangling, ...unsigned, ...lintNumbers(pack), ...lintTemplate(pack, license.template, bindings)];
}

/** No license of another pack can come to bear the number of one of these. */
function lintNumbers({ manifest, context }: PackUnderLint): Finding[] {
  const others = (context.licenseNumbers ?? []).filter(({ packCode }) => packCode !== manifest.packCode);
  return licenseNumbersOf(manifest).flatMap((own) =>
    others.flatMap((other) => {
      const number = commonNumber(own, other, context.division);
      if (number === undefined) return [];
      const { packCode: pack, name } = other;
      return finding(
        'licenseNumberCollides',
        { file: MANIFEST, path: 'license.numberFormat' },
        { number, pack, name: name['zh-CN'], nameEn: name.en },
      );
    }),
  );
}

function lintTemplate(
  pack: PackUnderLint,
  file: string,
  { fields, pictures }: Readonly<Record<'fields' | 'pictures', readonly string[]>>,
): Finding[] {
  if (pack.files[file] === undefined) return [];
  const found: Finding[] = [];
  const add = (code: FindingCode, params: Record<string, string>) =>
    found.push(finding(code, { file }, params));
  let template: Record<string, unknown>;
  try {
    template = readYaml(pack.files, file, z.record(z.string(), z.unknown()));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return manifestProblems(error);
  }
  for (const problem of pack.context.checkLicenseTemplate?.(template) ?? [])
    add('licenseTemplateInvalid', { problem });
  const shown = new Set(
    [...JSON.stringify(template).matchAll(/\{\{\s*(.*?)\??\s*\}\}/g)].map((match) => match[1] ?? ''),
  );
  for (const path of shown) {
    if (path.startsWith('fields.')) {
      const field = path.slice('fields.'.length);
      if (!fields.includes(field)) add('licenseFieldUnbound', { field });
    } else if (!licensePlaceholders.some((known) => known === path)) {
      add('placeholderUnknown', { name: file, placeholder: path });
    }
  }
  for (const field of fields) if (!shown.has(`fields.${field}`)) add('licenseFieldUnused', { field });
  const boxes = boxesOf(template);
  for (const picture of boxes) if (!pictures.includes(picture)) add('licensePictureUnbound', { picture });
  for (const picture of pictures) if (!boxes.includes(picture)) add('licensePictureUnused', { picture });
  return found;
}

/** Keys of the pictures that a template has a box for. */
function boxesOf(template: Readonly<Record<string, unknown>>): string[] {
  const { pictures } = template;
  return (Array.isArray(pictures) ? pictures : []).flatMap((box: unknown) =>
    isRecord(box) && typeof box['picture'] === 'string' ? [box['picture']] : [],
  );
}
