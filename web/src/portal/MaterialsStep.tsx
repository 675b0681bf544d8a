import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OwnCase, readOwnHeld } from '../api/portal.ts';
import { isShown, NotNeeded } from '../situation/NotNeeded.tsx';
import { OwnMaterial } from './OwnMaterial.tsx';

/** The materials, one under another: what a license of one's own already proves need not be handed in. */
export function MaterialsStep({ view }: { view: OwnCase }) {
  const { t } = useTranslation();
  const held = useQuery({
    queryKey: ['portal', 'case', view.id, 'held'],
    queryFn: () => readOwnHeld(view.id),
  });
  return (
    <>
      <p>{t('portal.materials.hint')}</p>
      <ul className="ow-list">
        {view.materials.filter(isShown).map((material) => (
          <OwnMaterial
            key={material.key}
            caseId={view.id}
            material={material}
            held={held.data?.items.find(({ materialKey }) => materialKey === material.key)?.license}
          />
        ))}
      </ul>
      <NotNeeded materials={view.materials.filter((material) => !isShown(material))} />
    </>
  );
}
