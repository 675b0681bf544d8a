import { Card } from 'antd';
import { useTranslation } from 'react-i18next';

/** 专家名录: the accounts that may be named in the form of a step which appoints experts. */
export function ExpertRoster({ experts }: { experts: readonly { account: string; name: string }[] }) {
  const { t } = useTranslation();
  return (
    <Card title={<h2 className="ow-card-title">{t('task.experts')}</h2>}>
      <ul className="ow-list">
        {experts.map((expert) => (
          <li key={expert.account}>
            {expert.name} <span className="ow-code">{expert.account}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
