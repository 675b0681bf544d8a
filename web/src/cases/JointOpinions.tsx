import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { JointView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';

const signs = { open: ClockCircleOutlined, agree: CheckCircleFilled, dissent: CloseCircleFilled };

/** 会签: which departments were asked, what each said and when, and what their heads concluded. */
export function JointOpinions({ joint }: { joint: readonly JointView[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const at = (instant: string) => formatInstant(instant, language);
  return (
    <div className="ow-stack">
      {joint.map((one) => (
        <section key={one.key} aria-label={t('case.joint.title')}>
          <p className="ow-row">
            <Tag variant="outlined">{t(`case.joint.result.${one.result}`)}</Tag>
            <span className="ow-muted">{t(`case.joint.rule.${one.agreement}`)}</span>
          </p>
          <ul className="ow-list">
            {one.opinions.map((opinion) => {
              const Sign = signs[opinion.position];
              const said =
                opinion.at === null
                  ? t('case.joint.asked', { at: at(opinion.askedAt) })
                  : opinion.silent
                    ? t('case.joint.silent')
                    : t('case.joint.said', { by: opinion.by, at: at(opinion.at) });
              return (
                <li key={opinion.step}>
                  <div>
                    <Sign aria-hidden /> {opinion.department.name}：
                    {t(`case.joint.position.${opinion.position}`)}
                  </div>
                  <div className="ow-muted">
                    {say(opinion.stepName)} · {said}
                  </div>
                </li>
              );
            })}
            {one.meeting === null ? null : (
              <li>
                <div>
                  {say(one.meeting.stepName)}：
                  {t(`case.joint.meeting.${one.meeting.agreed ? 'agreed' : 'dissent'}`)}
                </div>
                <div className="ow-muted">
                  {t('case.joint.said', { by: one.meeting.by, at: at(one.meeting.at) })}
                </div>
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}
