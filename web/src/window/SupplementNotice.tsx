import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';

/** What the applicant was told to correct, while the window waits for it. */
export function SupplementNotice({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (view.state !== 'supplementing' || !view.supplement) return null;
  const nameOf = (key: string) => say(view.materials.find((material) => material.key === key)?.name ?? key);
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('window.supplement.told')}
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
