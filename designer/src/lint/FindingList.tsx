import { useDesigning } from '../DesignerContext.ts';
import type { Finding } from '../model/packFiles.ts';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly state: 'checking' | 'done' | 'failed';
  readonly onGo: (finding: Finding) => void;
}

/** What the check found; each line leads to its element or file. */
export function FindingList({ findings, state, onGo }: FindingListProps) {
  const { texts, locale } = useDesigning();
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const counts = `${errors} ${texts.errors}，${findings.length - errors} ${texts.warnings}`;
  const status = {
    checking: texts.checking,
    failed: texts.checkFailed,
    done: findings.length === 0 ? texts.noFindings : counts,
  }[state];
  return (
    <section className="owd-findings" aria-label={texts.findings}>
      <h2>
        {texts.findings} <span role="status">{status}</span>
      </h2>
      <ul>
        {findings.map((finding) => (
          <li key={[finding.code, finding.file, finding.element, finding.zh].join(' ')}>
            <button type="button" onClick={() => onGo(finding)}>
              <strong className={finding.severity}>{texts[finding.severity]}</strong>
              <span>
                {locale === 'en' ? finding.en : finding.zh}
                {finding.help && <em>{finding.help[locale]}</em>}
              </span>
              <small>{finding.element ?? finding.file}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
