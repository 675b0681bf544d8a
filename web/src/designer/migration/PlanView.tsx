import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MigrationPlan, PlannedLimit } from '../../api/migrations.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { formatInstant } from '../../components/formats.ts';
import { limitWords } from '../../components/limitWords.ts';
import { FindingLines } from './FindingLines.tsx';
import { type CaseGroup, groupCases } from './groupCases.ts';

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
        {groupCases(plan.cases).map((group) => (
          <GroupLine key={group.key} group={group} />
        ))}
      </ul>
    </section>
  );
}

/** What the plan says of cases that are alike, and each of them by its number with its own dates. */
function GroupLine({ group }: { group: CaseGroup }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { sample, cases } = group;
  const words = (limit: PlannedLimit | null) =>
    limit === null ? t('common.limit.none') : limitWords(limit.limit, t);
  const day = (limit: PlannedLimit | null) =>
    limit === null ? t('common.limit.none') : formatInstant(limit.dueAt, language);
  return (
    <li>
      <div className="ow-row">
        <strong>
          {cases.length === 1 ? sample.caseNo : t('migration.groupOf', { count: cases.length })}
        </strong>
        <Tag color={sample.fits ? 'default' : 'red'}>
          {sample.fits ? t('migration.fits') : t('migration.stays')}
        </Tag>
      </div>
      {sample.tasks.map(({ step, name, toName }) => (
        <div key={step} className="ow-small">
          {say(name)} → {toName === null ? t('migration.nowhere') : say(toName)}
        </div>
      ))}
      {sample.clocks.map(({ kind, before, after }) => (
        <div key={`${kind}${before?.limit ?? ''}`} className="ow-small">
          {t(`common.clock.kind.${kind}`)}: {words(before)} → {words(after)}
        </div>
      ))}
      <FindingLines findings={sample.findings} />
      {cases.length === 1 && sample.clocks.length === 0 ? null : (
        <details className="ow-small">
          <summary>{t('migration.each', { count: cases.length })}</summary>
          <ul className="ow-list">
            {cases.map(({ id, caseNo, clocks }) => (
              <li key={id}>
                {caseNo}
                {clocks.map(({ kind, before, after }) => (
                  <div key={`${kind}${before?.dueAt ?? ''}`}>
                    {t(`common.clock.kind.${kind}`)}: {day(before)} → {day(after)}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
