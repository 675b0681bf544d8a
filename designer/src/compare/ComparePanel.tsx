import type { PackDiff } from '@onewindow/processes/diff';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Locale } from '../model/packFiles.ts';
import { ComparisonView } from './ComparisonView.tsx';
import { compareTexts } from './compareTexts.ts';
import { useComparison } from './useComparison.ts';
import './compare.css';

/** One side of a comparison: a published version by its number, or what is being edited. */
export type Compared = number | 'draft';

interface ComparePanelProps {
  /** Published versions, latest first, as they are called. */
  readonly versions: readonly { readonly version: number; readonly label: string }[];
  /** What is being edited, as it is called; left out when there is nothing unpublished. */
  readonly draft?: string | undefined;
  readonly locale: Locale;
  readonly load: (before: number, after: Compared) => Promise<PackDiff>;
  /** The two versions as pictures beside each other, for who asks for them. */
  readonly pictures?: ((before: number, after: Compared, diff: PackDiff) => ReactNode) | undefined;
}

/** Chooses two versions, the later one may be the draft, and shows what differs. */
export function ComparePanel({ versions, draft, locale, load, pictures }: ComparePanelProps) {
  const texts = compareTexts[locale];
  const id = useId();
  const [live, previous] = versions.map(({ version }) => version);
  const [before, setBefore] = useState(draft === undefined ? (previous ?? live) : live);
  const [after, setAfter] = useState<Compared | undefined>(draft === undefined ? live : 'draft');
  const [attempt, setAttempt] = useState(0);
  const [drawn, setDrawn] = useState(false);
  const compare = useMemo(
    () => (before === undefined || after === undefined || attempt < 0 ? null : () => load(before, after)),
    [before, after, load, attempt],
  );
  const comparison = useComparison(compare);
  const options = versions.map(({ version, label }) => (
    <option key={version} value={version}>
      {label}
    </option>
  ));
  return (
    <div className="owc" lang={locale}>
      <div className="owc-choice">
        <label htmlFor={`${id}-before`}>
          {texts.beforeVersion}
          <select
            id={`${id}-before`}
            value={before}
            onChange={(event) => setBefore(Number(event.target.value))}
          >
            {options}
          </select>
        </label>
        <label htmlFor={`${id}-after`}>
          {texts.afterVersion}
          <select
            id={`${id}-after`}
            value={after}
            onChange={(event) =>
              setAfter(event.target.value === 'draft' ? 'draft' : Number(event.target.value))
            }
          >
            {draft !== undefined && <option value="draft">{draft}</option>}
            {options}
          </select>
        </label>
      </div>
      {pictures !== undefined && comparison.state === 'done' && (
        <button type="button" className="owc-drawn" aria-expanded={drawn} onClick={() => setDrawn(!drawn)}>
          {drawn ? texts.hidePictures : texts.showPictures}
        </button>
      )}
      {drawn &&
        comparison.state === 'done' &&
        before !== undefined &&
        after !== undefined &&
        pictures?.(before, after, comparison.diff)}
      <ComparisonView
        comparison={comparison}
        locale={locale}
        onRetry={() => setAttempt((attempts) => attempts + 1)}
      />
    </div>
  );
}
