import { existsSync, readFileSync } from 'node:fs';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';

const exitCodes = { trusted: 0, refused: 1, intactUntrusted: 2 } as const;

const words = {
  trusted: {
    zh: '可信：签名有效，签署后未被修改，证书链可信。',
    en: 'TRUSTED: signature valid, unmodified since signing, chain trusted.',
  },
  refused: { zh: '拒绝：不能相信此文件。', en: 'REFUSED: this file must not be relied on.' },
  intactUntrusted: {
    zh: '完整但不可信：签署后未被修改，但证书不在受信任的根之下。',
    en: 'INTACT BUT NOT TRUSTED: unmodified since signing, but the certificate does not chain to a trusted root.',
  },
} as const;

/**
 * `onewindow verify`: says in words whether a PDF can be relied on.
 * Returns the exit code: 0 intact, unmodified and trusted; 1 refused (also: file missing or no PDF); 2 intact, not trusted.
 */
export async function runVerify(input: {
  file: string;
  trust: string | undefined;
  language: string;
}): Promise<number> {
  const missing = [input.file, input.trust].find((path) => path !== undefined && !existsSync(path));
  if (missing !== undefined) {
    process.stderr.write(`找不到文件 no such file: ${missing}\n`);
    return exitCodes.refused;
  }
  const roots = input.trust === undefined ? [] : certificatesOfPem(readFileSync(input.trust, 'utf8'));
  if (input.trust !== undefined && roots.length === 0) {
    process.stderr.write(`文件中没有证书 no certificate in: ${input.trust}\n`);
    return exitCodes.refused;
  }
  const result = await verifyPdf({ pdf: readFileSync(input.file), trustedRoots: roots, now: new Date() });
  say(input.language, words[result.verdict]);
  for (const reason of result.reasons)
    say(input.language, { zh: `  · ${reason.zh}`, en: `  · ${reason.en}` });
  return exitCodes[result.verdict];
}

function say(language: string, text: { zh: string; en: string }): void {
  if (language !== 'en') process.stdout.write(`${text.zh}\n`);
  if (language !== 'zh-CN') process.stdout.write(`${text.en}\n`);
}
