import { useTranslation } from 'react-i18next';
import type { CaseMaterial } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';

type Material = Pick<CaseMaterial, 'key' | 'name' | 'needed' | 'status'>;

/** Whether a material stands in the list: it is needed in this situation, or it was handed in all the same. */
export function isShown({ needed, status }: Pick<Material, 'needed' | 'status'>): boolean {
  return needed || status === 'provided' || status === 'held';
}

/** What falls away in this situation, folded below the list. */
export function NotNeeded({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (materials.length === 0) return null;
  return (
    <details>
      <summary>{t('situation.folded', { count: materials.length })}</summary>
      <ul>
        {materials.map(({ key, name }) => (
          <li key={key}>{say(name)}</li>
        ))}
      </ul>
    </details>
  );
}
