import { PackError } from '../pack/PackError.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { placeholdersOfText, readNotice } from '../pack/readNotice.ts';
import { noticePlaceholders } from '../schema/noticeSchema.ts';
import type { Text } from '../schema/text.ts';
import { type Finding, finding } from './Finding.ts';
import { isSigned } from './isSigned.ts';
import type { PackUnderLint } from './LintContext.ts';
import { manifestProblems } from './manifestProblems.ts';

/** Notices are readable, and every text to the applicant names known placeholders only. */
export function lintTexts(pack: PackUnderLint): Finding[] {
  const { files, manifest } = pack;
  const found: Finding[] = [];
  const check = (file: string, name: string, text: Text) => {
    for (const placeholder of placeholdersOfText(text)) {
      if (noticePlaceholders.some((known) => known === placeholder)) continue;
      found.push(finding('placeholderUnknown', { file }, { name, placeholder }));
    }
  };
  for (const path of Object.keys(files)) {
    const key = /^notices\/(.+)\.yaml$/.exec(path)?.[1];
    if (key === undefined) continue;
    try {
      const { title, body } = readNotice(files, key);
      check(path, key, title);
      check(path, key, body);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      found.push(...manifestProblems(error));
    }
  }
  for (const [kind, text] of Object.entries(manifest.documents)) {
    if (text?.title) check(MANIFEST, `documents.${kind}`, text.title);
    if (text) check(MANIFEST, `documents.${kind}`, text.body);
    for (const [at, { from }] of (text?.signatures ?? []).entries())
      if (!isSigned(from, pack))
        found.push(
          finding(
            'signatureUnknown',
            { file: MANIFEST, path: `documents.${kind}.signatures.${at}` },
            { source: from },
          ),
        );
  }
  return found;
}
