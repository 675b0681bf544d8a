import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnCase } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';

/** What the window asked to be corrected, in one list. */
export function SupplementList({ view }: { view: OwnCase }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (view.state !== 'supplementing' || view.supplement === null) return null;
  const nameOf = (key: string) => say(view.materials.find((material) => material.key === key)?.name ?? key);
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('portal.supplement.title')}
      description={
        <ul>
          {view.supplement.items.map((item) => (
            <li key={`${item.materialKey ?? item.field ?? ''} ${item.problem}`}>
              {item.materialKey === undefined ? item.field : nameOf(item.materialKey)}: {item.problem}
            </li>
          ))}
        </ul>
      }
    />
  );
}
