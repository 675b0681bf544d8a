import { Button } from 'antd';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { Finding } from '../model/packFiles.ts';
import { FindingRow } from './FindingRow.tsx';
import { groupFindings } from './groupFindings.ts';
import { lintTexts } from './lintTexts.ts';
import './lint.css';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly state: 'checking' | 'done' | 'failed';
  readonly onGo: (finding: Finding) => void;
}

/** What the check found, by severity and tab: each leads to its place, is explained, and put right where there is one answer. */
export const FindingList = memo(function FindingList({ findings, state, onGo }: FindingListProps) {
  const { editor, texts, locale, readOnly } = useDesigning();
  const words = lintTexts[locale];
  const [closed, setClosed] = useState(false);
  const [said, setSaid] = useState('');
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const counts = `${errors} ${texts.errors}${locale === 'en' ? ', ' : '，'}${findings.length - errors} ${texts.warnings}`;
  const status = {
    checking: texts.checking,
    failed: texts.checkFailed,
    done: findings.length === 0 ? texts.noFindings : counts,
  }[state];
  const sure = findings.filter((finding) => finding.fix?.sure === true);
  const groups = useMemo(() => groupFindings(findings), [findings]);
  const fix = async (finding: Finding) => {
    if (readOnly) return;
    const { fixFinding } = await import('./carryOut.ts');
    const done = fixFinding(editor, finding);
    setSaid(done === null ? words.notFixed : words.fixed(done.label[locale]));
  };
  // The same for the rows, whatever else is drawn anew with the list.
  const latest = useRef({ onGo, fix });
  latest.current = { onGo, fix };
  const go = useCallback((finding: Finding) => latest.current.onGo(finding), []);
  const putRight = useCallback((finding: Finding) => void latest.current.fix(finding), []);
  const fixAll = async () => {
    const { fixFinding } = await import('./carryOut.ts');
    // One after the other: each in the files that the last one left.
    setSaid(words.fixedAll(sure.filter((finding) => fixFinding(editor, finding) !== null).length));
  };
  return (
    <section className="owd-findings" aria-label={texts.findings}>
      <div className="owd-findings-head">
        <h2>
          {texts.findings} <span role="status">{status}</span>
        </h2>
        <span className="owd-fixed" aria-live="polite">
          {said}
        </span>
        {!readOnly && sure.length > 0 && (
          <Button size="small" onClick={() => void fixAll()}>
            {words.fixAll(sure.length)}
          </Button>
        )}
        {findings.length > 0 && (
          <Button size="small" type="text" aria-expanded={!closed} onClick={() => setClosed(!closed)}>
            {closed ? words.expand : words.collapse}
          </Button>
        )}
      </div>
      {!closed &&
        groups.map((group) => (
          <div key={`${group.severity} ${group.tab}`} className="owd-finding-group">
            <h3 className={group.severity}>
              {words.group(texts[group.severity], words.areas[group.tab], group.findings.length)}
            </h3>
            <ul>
              {group.findings.map((finding, at) => (
                <FindingRow
                  key={`${finding.code} ${finding.file} ${finding.element} ${finding.zh} ${at}`}
                  finding={finding}
                  fix={readOnly ? null : (finding.fix ?? null)}
                  locale={locale}
                  onGo={go}
                  onFix={putRight}
                />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
});
