import { MANIFEST } from '../pack/packFiles.ts';
import type { Change, DiffArea } from './changeSchema.ts';
import { diffBpmn } from './diffBpmn.ts';
import { diffDmn } from './diffDmn.ts';
import { diffForm } from './diffForm.ts';
import { diffText } from './diffText.ts';
import { same, word } from './diffTexts.ts';
import { diffLicense, diffManifest, diffNotice, diffOtherYaml } from './diffYaml.ts';
import type { FileComparison } from './FileComparison.ts';

interface FileKind {
  readonly fits: RegExp;
  readonly area: DiffArea;
  readonly compare: (file: string, before: string, after: string) => FileComparison | Promise<FileComparison>;
}

/** Which part of the pack a file is and how it is compared; any other file is compared as text. */
const kinds: readonly FileKind[] = [
  { fits: /^pack\.yaml$/, area: 'manifest', compare: (_, before, after) => diffManifest(before, after) },
  { fits: /\.bpmn$/, area: 'process', compare: diffBpmn },
  { fits: /\.dmn$/, area: 'decision', compare: diffDmn },
  { fits: /^forms\/.*\.json$/, area: 'form', compare: diffForm },
  { fits: /^notices\/.*\.yaml$/, area: 'notices', compare: diffNotice },
  { fits: /^license\.yaml$/, area: 'license', compare: diffLicense },
  { fits: /\.ya?ml$/, area: 'manifest', compare: diffOtherYaml },
];

/** Changes of one file that is in both versions with different texts. Never throws for what the files hold. */
export async function diffFile(file: string, before: string, after: string): Promise<FileComparison> {
  const kind = kinds.find(({ fits }) => fits.test(file));
  const area = kind?.area ?? 'manifest';
  const sameText = before.replaceAll('\r\n', '\n').trimEnd() === after.replaceAll('\r\n', '\n').trimEnd();
  if (kind === undefined) {
    return sameText
      ? { changes: [], sameContent: () => true }
      : { changes: [diffText({ file, area, before, after, unreadable: false })], sameContent: () => false };
  }
  try {
    return await kind.compare(file, before, after);
  } catch {
    return { changes: [diffText({ file, area, before, after, unreadable: true })], sameContent: () => false };
  }
}

/** A file that came or went, as one change. */
export function fileChange(file: string, before: string | undefined, after: string | undefined): Change {
  const area = kinds.find(({ fits }) => fits.test(file))?.area ?? 'manifest';
  const value = (text: string | undefined): Change['before'] =>
    text === undefined ? null : { value: text, words: word('characters', { count: text.length }) };
  return {
    area: file === MANIFEST ? 'manifest' : area,
    kind: before === undefined ? 'added' : 'removed',
    where: { file, element: '', name: word('named', { type: word('file'), name: same(file) }) },
    property: { key: '', label: same('') },
    before: value(before),
    after: value(after),
    matters: isReadByTheProduct(file),
  };
}

function isReadByTheProduct(file: string): boolean {
  return kinds.slice(0, -1).some(({ fits }) => fits.test(file));
}
