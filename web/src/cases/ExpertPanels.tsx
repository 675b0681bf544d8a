import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PanelView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';

/** 专家评审: who sits in the panel, who has been heard or has withdrawn, and the chair's conclusion. */
export function ExpertPanels({ panels }: { panels: readonly PanelView[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <div className="ow-stack">
      {panels.map((panel) => (
        <section key={panel.step} aria-label={t('case.panel.title')}>
          <p className="ow-row">
            <Tag variant="outlined">
              {panel.conclusion === null
                ? t(`case.panel.result.${panel.result}`)
                : t(`case.panel.conclusion.${panel.conclusion.agreed ? 'agreed' : 'dissent'}`)}
            </Tag>
            <span className="ow-muted">{t('case.panel.minimum', { count: panel.minimum })}</span>
          </p>
          <ul className="ow-list">
            {panel.members.map((member) => (
              <li key={member.name}>
                <div>
                  {member.name}
                  {member.chair ? t('case.panel.chair') : ''}：
                  {member.agrees === null
                    ? t(`case.panel.state.${member.state}`)
                    : t(`case.panel.opinion.${member.agrees ? 'agree' : 'dissent'}`)}
                </div>
                {member.at === null ? null : (
                  <div className="ow-muted">{formatInstant(member.at, language)}</div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
