import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MigrationPlan, PlannedCase, PlannedLimit } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { formatInstant } from '../../components/formats.ts';
import { limitWords } from '../../components/limitWords.ts';
import { FindingLines } from './FindingLines.tsx';

/** The plan: what it means for the two versions, then for each case. */
export function PlanView({ plan }: { plan: MigrationPlan }) {
  const { t } = useTranslation();
  const fitting = plan.cases.filter(({ fits }) => fits).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="ow-scroll" aria-labelledby="migration-plan" tabIndex={0}>
      <h2 id="migration-plan" className="ow-card-title">
        {t('migration.plan', { from: plan.from, to: plan.to })}
      </h2>
      <p role="status">{t('migration.sum', { fitting, stays: plan.cases.length - fitting })}</p>
      <FindingLines findings={plan.findings} />
      <ul className="ow-list">
        {plan.cases.map((entry) => (
          <CaseLine key={entry.id} planned={entry} />
        ))}
      </ul>
    </section>
  );
}

function CaseLine({ planned }: { planned: PlannedCase }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const words = (limit: PlannedLimit | null) =>
    limit === null
      ? t('common.limit.none')
      : `${limitWords(limit.limit, t)} (${formatInstant(limit.dueAt, language)})`;
  return (
    <li>
      <div className="ow-row">
        <strong>{planned.caseNo}</strong>
        <Tag color={planned.fits ? 'default' : 'red'}>
          {planned.fits ? t('migration.fits') : t('migration.stays')}
        </Tag>
      </div>
      {planned.tasks.map(({ step, name, toName }) => (
        <div key={step} className="ow-small">
          {say(name)} → {toName === null ? t('migration.nowhere') : say(toName)}
        </div>
      ))}
      {planned.clocks.map(({ kind, before, after }) => (
        <div key={`${kind}${before?.dueAt ?? ''}`} className="ow-small">
          {t(`common.clock.kind.${kind}`)}: {words(before)} → {words(after)}
        </div>
      ))}
      <FindingLines findings={planned.findings} />
    </li>
  );
}
