import { Spin } from 'antd';
import { type ComponentType, lazy, Suspense, useRef } from 'react';
import { type LedPlace, useLedPlace } from './useLedPlace.ts';
import '../panel/fields.css';

/** Tabs over parts of the pack beside the diagram; each comes when it is opened. */
const parts = {
  limits: lazy(() => import('../limits/LimitsTab.tsx')),
  materials: lazy(() => import('../materials/MaterialsTab.tsx')),
  rules: lazy(() => import('../rules/RulesTab.tsx')),
  notices: lazy(() => import('../notices/NoticesTab.tsx')),
  license: lazy(() => import('../license/LicenseTab.tsx')),
  item: lazy(() => import('../item/ItemTab.tsx')),
  texts: lazy(() => import('../texts/TextsTab.tsx')),
} as const;

export type ContentTabKey = keyof typeof parts;
export const contentTabs = Object.keys(parts) as ContentTabKey[];

/** One of them, led to a place. */
export function ContentTab({ tab, place }: { readonly tab: ContentTabKey; readonly place: LedPlace | null }) {
  const box = useRef<HTMLDivElement>(null);
  useLedPlace(box, place);
  /** Most tabs show all they have; those that show one thing at a time open what a finding is about. */
  const Part: ComponentType<{ led?: string | undefined }> = parts[tab];
  return (
    <div ref={box} className="owd-content">
      <Suspense fallback={<Spin className="owd-loading" />}>
        <Part led={place?.at} />
      </Suspense>
    </div>
  );
}
