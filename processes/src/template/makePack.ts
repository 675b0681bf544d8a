import { parseDocument, visit } from 'yaml';
import { MANIFEST, type PackFiles } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { Text } from '../schema/text.ts';

export interface NewPack {
  readonly packCode: string;
  readonly name: Text;
  /** Department that is responsible; default: the template's. */
  readonly department?: string | undefined;
}

/** Until the catalogue has given an item its codes: as long as they will be, and zero. */
const noCodes = {
  basicCode: '0'.repeat(12),
  implementationCode: '0'.repeat(31),
  handlingItemCode: '0'.repeat(34),
};
const noTypeCode = '0'.repeat(21);

/**
 * A new pack made from another one: its own code (also in process and decisions), names, item codes of zeros, a license
 * type of its own; it belongs to no theme. Everything else is the template's.
 * Throws PackError when the template, or the new code or name, cannot be read.
 */
export function makePack(template: PackFiles, made: NewPack): PackFiles {
  const old = parsePack(template);
  const files: Record<string, string> = {};
  for (const [path, text] of Object.entries(template)) {
    if (path.startsWith('scenarios/') || path === 'README.md') continue;
    if (path === MANIFEST) files[path] = newManifest(text, old, made);
    else if (/\.(bpmn|dmn)$/.test(path)) files[path] = newModel(text, old, made);
    else if (path === old.license?.template)
      files[path] = text.replaceAll(old.license.name['zh-CN'], () => licenseName(made)['zh-CN']);
    else files[path] = text;
  }
  parsePack(files);
  return files;
}

type Old = ReturnType<typeof parsePack>;

function newManifest(text: string, old: Old, made: NewPack): string {
  const document = parseDocument(text);
  const put = (path: readonly (string | number)[], value: unknown) => document.setIn(path, value);
  const oldType = old.license?.type;
  if (oldType !== undefined) {
    visit(document, {
      Scalar(key, node) {
        if (key !== 'key' && node.value === oldType) node.value = licenseType(made);
      },
    });
    put(['license', 'typeCode'], noTypeCode);
    put(['license', 'name'], document.createNode(licenseName(made), { flow: true }));
  }
  put(['packCode'], made.packCode);
  put(['name'], document.createNode(made.name, { flow: true }));
  put(['aliases'], document.createNode([], { flow: true }));
  if (made.department !== undefined) put(['department'], made.department);
  if (old.codes !== undefined) put(['codes'], document.createNode(noCodes));
  if (document.has('themes')) document.delete('themes');
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Process, decisions and what is named after them begin with the code of their pack. */
function newModel(text: string, old: Old, made: NewPack): string {
  const code = new RegExp(
    `(?<![A-Za-z0-9-])((?:definitions-|diagram-|plane-)?)${old.packCode}(?![A-Za-z0-9])`,
    'g',
  );
  return text
    .replace(code, (_, before: string) => `${before}${made.packCode}`)
    .replaceAll(
      `name="${inAttribute(old.name['zh-CN'])}"`,
      () => `name="${inAttribute(made.name['zh-CN'])}"`,
    );
}

function licenseType({ packCode }: NewPack): string {
  return `${packCode.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}License`;
}

function licenseName({ name }: NewPack): Text {
  return { 'zh-CN': `${name['zh-CN']}证`, en: `${name.en} license` };
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
