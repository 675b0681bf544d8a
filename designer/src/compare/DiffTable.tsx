import { areaWords, diffAreas, type PackDiff, summariseDiff } from '@onewindow/processes/diff';
import { useId, useState } from 'react';
import type { Locale } from '../model/packFiles.ts';
import { compareTexts } from './compareTexts.ts';
import { DiffRow } from './DiffRow.tsx';
import './compare.css';

interface DiffTableProps {
  readonly diff: PackDiff;
  readonly locale: Locale;
}

/** A comparison as a table, grouped by part of the pack; what is wording or layout only can be left out. */
export function DiffTable({ diff, locale }: DiffTableProps) {
  const texts = compareTexts[locale];
  const id = useId();
  const [onlyMatters, setOnlyMatters] = useState(false);
  const shown = diff.changes.filter((change) => change.matters || !onlyMatters);
  const groups = diffAreas.flatMap((area) => {
    const changes = shown.filter((change) => change.area === area);
    return changes.length === 0 ? [] : [{ area, changes }];
  });
  return (
    <div className="owc" lang={locale}>
      <p className="owc-summary" role="status">
        {summariseDiff(diff)[locale]}
      </p>
      {diff.counts.total > 0 && (
        <label className="owc-filter" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={onlyMatters}
            onChange={(event) => setOnlyMatters(event.target.checked)}
          />
          {texts.onlyMatters}
        </label>
      )}
      {diff.counts.total > 0 && shown.length === 0 && <p>{texts.noneMatters}</p>}
      {groups.length > 0 && (
        <table className="owc-table" aria-label={texts.table}>
          <thead>
            <tr>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.after}</th>
            </tr>
          </thead>
          {groups.map(({ area, changes }) => (
            <tbody key={area}>
              <tr className="owc-area">
                <th scope="rowgroup" colSpan={4}>
                  {areaWords[area][locale]} <span>{changes.length}</span>
                </th>
              </tr>
              {changes.map((change, at) => (
                <DiffRow
                  key={`${change.where.file} ${change.where.element} ${change.property.key} ${at}`}
                  change={change}
                  above={changes[at - 1]}
                  locale={locale}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {diff.formattingOnly.length > 0 && diff.counts.total > 0 && (
        <p className="owc-quiet">
          {texts.formattingOnly}: {diff.formattingOnly.join(', ')}
        </p>
      )}
    </div>
  );
}
