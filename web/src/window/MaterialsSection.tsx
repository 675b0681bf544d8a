import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readHeldLicenses } from '../api/cases.ts';
import type { CaseView, MaterialFile } from '../api/caseTypes.ts';
import type { MaterialRule } from '../api/itemTypes.ts';
import { listPending } from '../api/uploads.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { isShown, NotNeeded } from '../situation/NotNeeded.tsx';
import { MaterialLine } from './MaterialLine.tsx';
import type { IntakeDraft } from './useIntakeDraft.ts';

export interface MaterialsSectionProps {
  view: CaseView;
  rules: MaterialRule[];
  editable: boolean;
  /** Why licenses are fetched. */
  purpose: string;
  draft: IntakeDraft;
  /** Id of the file that is shown beside the form. */
  shown: string | undefined;
  onShow: (file: MaterialFile) => void;
}

/** States in which every material may change; later only what was to follow. */
const mayChange: ReadonlySet<string> = new Set(['draft', 'supplementing']);

/** The material checklist: each line says held, provided, missing or waived, and what can be done about it. */
export function MaterialsSection(props: MaterialsSectionProps) {
  const { view, rules, editable, purpose, draft, shown, onShow } = props;
  const { t } = useTranslation();
  const held = useQuery({
    queryKey: ['case', view.id, 'held', view.applicant?.idNumber ?? ''],
    staleTime: 60_000,
    queryFn: () => readHeldLicenses(view.id),
    enabled: editable && Boolean(view.applicant?.idNumber),
  });
  const pending = useQuery({
    queryKey: ['case', view.id, 'uploads'],
    queryFn: () => listPending(view.id),
    enabled: editable,
  });
  const names = useMemo(
    () => new Map(view.materials.map((material) => [material.key, material.name])),
    [view.materials],
  );
  if (view.materials.length === 0) return <EmptyState text={t('window.materials.none')} />;
  const shownHere = view.materials.filter(isShown);
  const away = view.materials.filter((material) => !isShown(material));
  const open = view.materials.filter((material) => material.required && material.status === 'missing').length;
  const waived = view.materials.filter((material) => material.status === 'waived').length;
  return (
    <>
      <p role="status" className={open === 0 ? 'ow-muted' : undefined}>
        {open > 0
          ? t('window.materials.open', { count: open })
          : waived > 0
            ? t('window.waived.open', { count: waived })
            : t('window.materials.complete')}
      </p>
      <ul className="ow-list">
        {shownHere.map((material) => (
          <MaterialLine
            key={material.key}
            caseId={view.id}
            material={material}
            rule={rules.find((rule) => rule.key === material.key)}
            held={held.data?.items.find((entry) => entry.materialKey === material.key)?.license}
            names={names}
            pending={pending.data?.items.filter((entry) => entry.materialKey === material.key) ?? []}
            editable={editable && (mayChange.has(view.state) || material.status === 'waived')}
            purpose={purpose}
            draft={draft}
            shown={shown}
            onShow={onShow}
          />
        ))}
      </ul>
      <NotNeeded materials={away} />
    </>
  );
}
