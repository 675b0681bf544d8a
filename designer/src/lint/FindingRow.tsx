import type { Fix } from '@onewindow/processes/fixes';
import { Button } from 'antd';
import { memo } from 'react';
import { designerTexts } from '../i18n/designerTexts.ts';
import type { Finding, Locale } from '../model/packFiles.ts';
import { lintTexts } from './lintTexts.ts';

interface FindingRowProps {
  readonly finding: Finding;
  readonly fix: Fix | null;
  readonly locale: Locale;
  readonly onGo: (finding: Finding) => void;
  readonly onFix: (finding: Finding) => void;
}

/** One finding: what, why, where; and the button that puts it right, or the key F. Drawn again only when it says something else. */
export const FindingRow = memo(function FindingRow({ finding, fix, locale, onGo, onFix }: FindingRowProps) {
  const texts = designerTexts[locale];
  const words = lintTexts[locale];
  return (
    <li>
      <button
        type="button"
        onClick={() => onGo(finding)}
        {...(fix === null ? {} : { 'aria-keyshortcuts': 'F', title: words.shortcut })}
        onKeyDown={(event) => {
          if (
            fix === null ||
            event.key.toLowerCase() !== 'f' ||
            event.ctrlKey ||
            event.metaKey ||
            event.altKey
          )
            return;
          event.preventDefault();
          onFix(finding);
        }}
      >
        <strong className={finding.severity}>{texts[finding.severity]}</strong>
        <span>
          {locale === 'en' ? finding.en : finding.zh}
          {finding.help && <em>{finding.help[locale]}</em>}
        </span>
        <small>{finding.element ?? finding.path ?? finding.file}</small>
      </button>
      {fix !== null && (
        <Button size="small" aria-label={words.fixOf(fix.label[locale])} onClick={() => onFix(finding)}>
          {fix.label[locale]}
        </Button>
      )}
    </li>
  );
});
