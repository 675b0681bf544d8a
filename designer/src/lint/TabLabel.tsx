import { useContext } from 'react';
import { DesignerContext } from '../DesignerContext.ts';
import { lintTexts } from './lintTexts.ts';

/** Name of a tab with the number of findings in it. */
export function TabLabel({ name, count }: { readonly name: string; readonly count: number }) {
  const locale = useContext(DesignerContext)?.locale ?? 'zh-CN';
  return (
    <>
      {name}
      {count > 0 && (
        <span className="owd-count" title={lintTexts[locale].inTab(count)}>
          {count}
        </span>
      )}
    </>
  );
}
