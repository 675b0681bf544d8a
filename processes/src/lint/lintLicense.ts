import { z } from 'zod';
import { PackError } from '../pack/PackError.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { readYaml } from '../pack/readYaml.ts';
import { licensePlaceholders } from '../schema/licenseSchema.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { PackUnderLint } from './LintContext.ts';
import { manifestProblems } from './manifestProblems.ts';
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
  return [...dangling, ...lintTemplate(pack, license.template, Object.keys(license.fields))];
}

function lintTemplate(pack: PackUnderLint, file: string, fields: readonly string[]): Finding[] {
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
  return found;
}
