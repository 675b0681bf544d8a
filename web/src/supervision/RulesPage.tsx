import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRules, type Rule } from '../api/supervisionRecords.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { limitWords } from '../components/limitWords.ts';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { RuleDialog } from './RuleDialog.tsx';

/** The rules of findings: what each looks at, where it comes from, its thresholds, who changed them and why. */
export function RulesPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const [changing, setChanging] = useState<Rule | null>(null);
  const rules = useQuery({ queryKey: ['supervision', 'rules'], queryFn: listRules });
  if (rules.data === undefined)
    return rules.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={rules.error} onRetry={() => void rules.refetch()} />
    );
  return (
    <Page title={t('records.rules.title')}>
      <p className="ow-muted">{t('records.rules.help')}</p>
      <ul className="ow-list">
        {rules.data.items.map((rule) => (
          <li key={rule.id}>
            <Card size="small" title={<h2 className="ow-card-title">{say(rule.name)}</h2>}>
              <div className="ow-row">
                <Tag>{t(`records.severity.${rule.severity}`)}</Tag>
                <Tag>{t(rule.enabled ? 'records.rules.on' : 'records.rules.off')}</Tag>
                {hasRole(user, ['admin']) ? (
                  <Button size="small" onClick={() => setChanging(rule)}>
                    {t('records.rules.change')}
                    <span className="ow-hidden">{say(rule.name)}</span>
                  </Button>
                ) : null}
              </div>
              <Facts
                entries={[
                  [t('records.basis'), say(rule.basis)],
                  [t('records.rules.handling'), limitWords(rule.handling, t)],
                  ...rule.parameters.map((one): [string, string] => [
                    say(one.name),
                    one.value === one.usual
                      ? String(one.value)
                      : t('records.rules.insteadOf', { value: one.value, usual: one.usual }),
                  ]),
                ]}
              />
              {rule.changes.map((change) => (
                <p key={change.at} className="ow-small ow-muted">
                  {t('records.rules.changedBy', {
                    by: change.by,
                    at: formatInstant(change.at, language),
                    reason: change.reason,
                  })}
                </p>
              ))}
            </Card>
          </li>
        ))}
      </ul>
      {changing === null ? null : (
        <RuleDialog
          rule={changing}
          onClose={() => {
            setChanging(null);
            void rules.refetch();
          }}
        />
      )}
    </Page>
  );
}
