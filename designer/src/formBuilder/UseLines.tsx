import { useDesigning } from '../DesignerContext.ts';
import type { ShownUse } from './fieldUses.ts';
import { formTexts } from './formTexts.ts';

const MOST = 8;

/** Where a field is used, one line a place. */
export function UseLines({ uses }: { readonly uses: readonly ShownUse[] }) {
  const { locale } = useDesigning();
  const texts = formTexts[locale];
  if (uses.length === 0) return null;
  return (
    <ul className="owd-uses">
      {uses.slice(0, MOST).map((use, at) => (
        <li key={at}>
          <strong>{texts.useKinds[use.kind]}</strong> <span>{use.where}</span> <small>{use.file}</small>
        </li>
      ))}
      {uses.length > MOST && <li>{texts.furtherUses(uses.length - MOST)}</li>}
    </ul>
  );
}
