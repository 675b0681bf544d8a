import { type Change, excerpt, kindWords } from '@onewindow/processes/diff';
import type { Locale } from '../model/packFiles.ts';
import { compareTexts } from './compareTexts.ts';

/** Longest text shown of a value, in characters; a longer one is cut down to where it differs. */
const LONGEST = 320;

interface DiffRowProps {
  readonly change: Change;
  /** The row above in the same group: the place is not repeated. */
  readonly above: Change | undefined;
  readonly locale: Locale;
}

/** One difference. */
export function DiffRow({ change, above, locale }: DiffRowProps) {
  const texts = compareTexts[locale];
  const { where, property, kind, before, after, matters } = change;
  const repeated = above?.where.file === where.file && above.where.name[locale] === where.name[locale];
  const [old, now] = excerpt(before?.words[locale] ?? '', after?.words[locale] ?? '', LONGEST);
  return (
    <tr className={repeated ? 'owc-same' : undefined}>
      <th scope="row">
        <span className={repeated ? 'owc-repeated' : undefined}>{where.name[locale]}</span>
        {!repeated && <small>{where.file}</small>}
      </th>
      <td>
        <span className={`owc-kind owc-${kind}`}>{kindWords[kind][locale]}</span> {property.label[locale]}
        {!matters && <small>{texts.looks}</small>}
      </td>
      <td className="owc-old">
        <span className="owc-label">{texts.before}</span>
        {before === null ? <span className="owc-quiet">{texts.nothing}</span> : old}
      </td>
      <td className="owc-now">
        <span className="owc-label">{texts.after}</span>
        {after === null ? <span className="owc-quiet">{texts.nothing}</span> : now}
      </td>
    </tr>
  );
}
