import { Card } from 'antd';
import { useTranslation } from 'react-i18next';

/** The accounts of the reference district; they exist only in the development profile. */
const accounts = [
  ...[
    'clerk',
    'village',
    'town',
    'approver',
    'head',
    'civil',
    'road',
    'traffic',
    'school',
    'expert1',
    'culture',
  ],
  ...['supervisor', 'designer', 'admin'],
];

/** Hint for trying the product; choosing one fills in its name. */
export function DemoAccounts({ onChoose }: { onChoose: (account: string) => void }) {
  const { t } = useTranslation();
  return (
    <Card className="ow-demo" title={<h2 className="ow-card-title">{t('login.demo')}</h2>}>
      <p className="ow-muted">{t('login.demoText')}</p>
      <ul className="ow-list">
        {accounts.map((account) => (
          <li key={account} style={{ padding: 0 }}>
            <button type="button" onClick={() => onChoose(account)}>
              <span className="ow-code">{account}</span> · {t(`login.account.${account}`)}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
