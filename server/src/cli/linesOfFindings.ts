import type { Finding } from '@onewindow/processes';
import texts from './pack-texts.json' with { type: 'json' };
import type { CliLanguage } from './readPackArgument.ts';

/** One line a finding: severity, place, sentence, code. */
export function linesOfFindings(findings: readonly Finding[], language: CliLanguage): string {
  return findings
    .map(({ severity, file, element, zh, en, code }) => {
      const place = element === undefined ? file : `${file} ${element}`;
      return `  ${texts.lint[severity][language]}  ${place}  ${language === 'en' ? en : zh}  [${code}]\n`;
    })
    .join('');
}
