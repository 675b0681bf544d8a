import { useTranslation } from 'react-i18next';
import type { Amendment } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** What appeals changed of a decision that stands: by which paper, which parts, and what they said and say. */
export function Amendments({ amendments }: { amendments: readonly Amendment[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <>
      {amendments.map(({ at, way, outcome, documentNo, number, parts }) => (
        <div key={number}>
          {t('appeal.parts.told', {
            day: formatDay(at, language),
            way: t(`appeal.kind.${way}`),
            outcome: t(`appeal.outcome.${outcome}`),
          })}{' '}
          {documentNo}
          <ul>
            {parts.map(({ label, before, after }) => (
              <li key={label['zh-CN']}>
                {say(label)}
                {before === null || after === null
                  ? null
                  : `：${before === '' ? t('appeal.parts.empty') : before} → ${after === '' ? t('appeal.parts.gone') : after}`}
              </li>
            ))}
          </ul>
          <div className="ow-small">{number}</div>
        </div>
      ))}
    </>
  );
}
