import { Button } from 'antd';
import { firstCondition, PackCondition } from '../conditions/PackCondition.tsx';
import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { LimitEditor } from './LimitEditor.tsx';
import { limitTexts } from './limitTexts.ts';
import { limitsOf } from './packLimits.ts';

/** Limits that differ by case (排污许可 20, 30, 45 days) and by operation. */
export function CaseLimits() {
  const designing = useDesigning();
  const { editor, manifest, locale, readOnly } = designing;
  const texts = limitTexts[locale];
  const pack = limitsOf(manifest);
  const variants = pack.limits?.variants ?? [];
  const base = ['limits', 'variants'] as const;
  const add = () => {
    const used = new Set(variants.map(({ key }) => key));
    let at = variants.length + 1;
    while (used.has(`case${at}`)) at += 1;
    editor.insertYaml('pack.yaml', base, {
      key: `case${at}`,
      name: texts.newSituation,
      when: firstCondition(designing),
      promised: pack.limits?.promised ?? '5 workday',
    });
  };
  return (
    <>
      <section aria-labelledby="owd-situations">
        <h2 id="owd-situations">{texts.situations}</h2>
        <p className="owd-help">{texts.situationsHelp}</p>
        <ul className="owd-rows">
          {variants.map((variant, at) => {
            const name = variant.name?.[locale] ?? variant.key ?? '';
            const place = `limits.variants.${at}`;
            return (
              <li key={variant.key ?? at}>
                <Place at={place}>
                  <div className="owd-row">
                    <strong>{name}</strong>
                    <RowActions
                      name={name}
                      at={at}
                      count={variants.length}
                      onMove={(to) => editor.moveYaml('pack.yaml', base, at, to)}
                      onRemove={() =>
                        editor.setManifest(variants.length === 1 ? base : [...base, at], undefined)
                      }
                    />
                  </div>
                  <TextPair
                    label={texts.situationName}
                    value={variant.name}
                    onCommit={(language, text) => editor.setManifest([...base, at, 'name', language], text)}
                  />
                  <Place at={`${place}.when`}>
                    <PackCondition
                      label={texts.condition}
                      scope="case"
                      value={variant.when ?? ''}
                      onChange={(when) => editor.setManifest([...base, at, 'when'], when)}
                    />
                  </Place>
                  {(['statutory', 'promised'] as const).map((kind) => (
                    <LimitEditor
                      key={kind}
                      label={said(name, texts.names[kind] ?? kind, locale)}
                      place={`${place}.${kind}`}
                      value={variant[kind]}
                      absent={texts.byItem}
                      cited={kind === 'statutory'}
                      onChange={(value) => editor.setManifest([...base, at, kind], value)}
                    />
                  ))}
                </Place>
              </li>
            );
          })}
        </ul>
        <Button size="small" disabled={readOnly} onClick={add}>
          {texts.addSituation}
        </Button>
      </section>
      <section aria-labelledby="owd-operation-limits">
        <h2 id="owd-operation-limits">{texts.operations}</h2>
        <p className="owd-help">{texts.operationsHelp}</p>
        <div className="owd-cells">
          {(pack.operations ?? []).map((operation, at) => {
            const name = operation.name?.[locale] ?? operation.key;
            return (['statutory', 'promised'] as const).map((kind) => (
              <LimitEditor
                key={`${operation.key} ${kind}`}
                label={said(name, texts.names[kind] ?? kind, locale)}
                place={`operations.${at}.limits.${kind}`}
                value={operation.limits?.[kind]}
                absent={texts.byItem}
                cited={kind === 'statutory'}
                onChange={(value) => {
                  const left = { ...operation.limits, [kind]: value };
                  const empty = Object.values(left).every((entry) => entry === undefined);
                  if (empty) editor.setManifest(['operations', at, 'limits'], undefined);
                  else if (operation.limits === undefined)
                    editor.setManifest(['operations', at, 'limits'], { [kind]: value });
                  else editor.setManifest(['operations', at, 'limits', kind], value);
                }}
              />
            ));
          })}
        </div>
      </section>
    </>
  );
}
