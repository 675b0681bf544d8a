import { ruleSets } from '@onewindow/clocks';
import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { Place } from '../panel/Place.tsx';
import { RowActions } from '../panel/RowActions.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { TextPair } from '../panel/TextPair.tsx';
import { LimitEditor } from './LimitEditor.tsx';
import { limitTexts } from './limitTexts.ts';
import { limitsOf } from './packLimits.ts';

/** The eight grounds of art. 45. */
const grounds = ruleSets.get('administrative-license')?.pauseGrounds?.grounds ?? [];

/** Grounds on which the clocks may be paused. */
export function ProcedureEditor() {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = limitTexts[locale];
  const procedures = limitsOf(manifest).specialProcedures ?? [];
  const base = ['specialProcedures'] as const;
  const add = () => {
    const used = new Set(procedures.map(({ key }) => key));
    let at = procedures.length + 1;
    while (used.has(`procedure${at}`)) at += 1;
    editor.insertYaml('pack.yaml', base, {
      key: `procedure${at}`,
      name: texts.newProcedure,
      ground: '检验',
      cite: '《中华人民共和国行政许可法》第四十五条',
    });
  };
  return (
    <section aria-labelledby="owd-procedures">
      <h2 id="owd-procedures">{texts.procedures}</h2>
      <p className="owd-help">{texts.proceduresHelp}</p>
      <ul className="owd-rows">
        {procedures.map((procedure, at) => {
          const name = procedure.name?.[locale] ?? procedure.key;
          const set = (part: string, value: unknown) => editor.setManifest([...base, at, part], value);
          return (
            <li key={procedure.key}>
              <Place at={`specialProcedures.${procedure.key}`}>
                <div className="owd-row">
                  <strong>{name}</strong>
                  <RowActions
                    name={name}
                    at={at}
                    count={procedures.length}
                    onMove={(to) => editor.moveYaml('pack.yaml', base, at, to)}
                    onRemove={() =>
                      editor.setManifest(procedures.length === 1 ? base : [...base, at], undefined)
                    }
                  />
                </div>
                <TextPair
                  label={texts.procedureName}
                  value={procedure.name}
                  onCommit={(language, text) => editor.setManifest([...base, at, 'name', language], text)}
                />
                <div className="owd-pair">
                  <ChoiceInput
                    label={texts.ground}
                    value={procedure.ground ?? ''}
                    choices={grounds.map((value) => ({ value, label: value }))}
                    onChange={(value) => set('ground', value)}
                  />
                  <TextInput
                    label={texts.cite}
                    value={procedure.cite ?? ''}
                    onCommit={(value) => set('cite', value)}
                  />
                  <ChoiceInput
                    label={texts.approver}
                    value={procedure.approver ?? 'none'}
                    choices={Object.entries(texts.approvers).map(([value, label]) => ({ value, label }))}
                    onChange={(value) => set('approver', value === 'none' ? undefined : value)}
                  />
                </div>
                <LimitEditor
                  label={said(name, texts.maximum, locale)}
                  place={`specialProcedures.${procedure.key}.maximum`}
                  value={procedure.maximum}
                  absent={texts.notSet}
                  onChange={(value) => set('maximum', value)}
                />
              </Place>
            </li>
          );
        })}
      </ul>
      <Button size="small" disabled={readOnly} onClick={add}>
        {texts.addProcedure}
      </Button>
    </section>
  );
}
