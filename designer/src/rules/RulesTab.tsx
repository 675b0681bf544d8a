import { use, useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { besides, type ChapterKey, chapterKeys, chaptersFor, isSet } from './chapters.ts';
import { loadPackSchema } from './loadPackSchema.ts';
import { rulesTexts } from './rulesTexts.ts';
import { SchemaField } from './SchemaField.tsx';
import { FieldWithin } from './SchemaFieldProps.ts';
import '../materials/materials.css';
import './rules.css';

/** Rules of an item beyond flow, limits and materials: fees, publication, checks and so on, a chapter each. */
export default function RulesTab({ led }: { readonly led?: string | undefined }) {
  const schema = use(loadPackSchema());
  const { manifest, locale } = useDesigning();
  const texts = rulesTexts[locale];
  const chapters = chaptersFor(manifest);
  const [chosen, setChosen] = useState<ChapterKey>('fees');
  useEffect(() => {
    const part = led?.split('.')[0] ?? '';
    const found = chapterKeys.find((key) => key === part || besides[key]?.includes(part));
    if (found !== undefined) setChosen(found);
  }, [led]);
  const open = chapters.includes(chosen) ? chosen : (chapters[0] ?? 'fees');
  const written = manifest as unknown as Readonly<Record<string, unknown>>;
  return (
    <div className="owd-two">
      <nav className="owd-list" aria-label={texts.nav}>
        <ul>
          {chapters.map((key) => (
            <li key={key}>
              <button
                type="button"
                aria-current={key === open ? 'true' : undefined}
                onClick={() => setChosen(key)}
              >
                {texts.chapters[key]}
                <small className="owd-rule-state">{isSet(written[key]) ? texts.set : texts.notSet}</small>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section key={open} className="owd-main owd-rules" aria-labelledby="owd-rules-title">
        <h2 id="owd-rules-title">{texts.chapters[open]}</h2>
        <p className="owd-help">{texts.about[open]}</p>
        <FieldWithin value={SchemaField}>
          {[...(besides[open] ?? []), open].map((part) => {
            const node = schema.properties?.[part];
            return (
              node !== undefined && (
                <SchemaField key={part} node={node} path={[part]} value={written[part]} required={false} />
              )
            );
          })}
        </FieldWithin>
      </section>
    </div>
  );
}
