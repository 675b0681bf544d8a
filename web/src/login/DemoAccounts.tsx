import { Card } from 'antd';
import { useTranslation } from 'react-i18next';

/** The accounts of the reference district by what one does with them; they exist only in the development profile. */
const groups = {
  window: ['clerk', 'village', 'town', 'hall'],
  departments: [
    ...['approver', 'head', 'civil', 'fire', 'urban', 'road', 'traffic', 'school', 'culture', 'health'],
    ...['labour', 'agriculture', 'ecology', 'emergency', 'justice', 'industry'],
  ],
  experts: ['expert1', 'expert2', 'expert3', 'expert4'],
  dispatch: ['grid', 'operator', 'chief', 'dispatcher', 'city', 'patrol'],
  oversight: ['supervisor', 'designer', 'admin'],
} as const;

/** Hint for trying the product; choosing one fills in its name. */
export function DemoAccounts({ onChoose }: { onChoose: (account: string) => void }) {
  const { t } = useTranslation();
  return (
    <Card className="ow-demo" title={<h2 className="ow-card-title">{t('login.demo')}</h2>}>
      <p className="ow-muted">{t('login.demoText')}</p>
      {Object.entries(groups).map(([group, accounts]) => (
        <section key={group} aria-label={t(`login.group.${group}`)}>
          <h3 className="ow-small ow-muted">{t(`login.group.${group}`)}</h3>
          <ul className="ow-demo-list">
            {accounts.map((account) => (
              <li key={account}>
                <button type="button" onClick={() => onChoose(account)}>
                  <span className="ow-code">{account}</span> · {t(`login.account.${account}`)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
