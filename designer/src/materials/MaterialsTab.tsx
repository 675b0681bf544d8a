import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { useMovedRow } from '../panel/useMovedRow.ts';
import { MaterialRow } from './MaterialRow.tsx';
import { materialTexts } from './materialTexts.ts';
import { freeKey, materialsOf } from './packMaterials.ts';
import { QuestionList } from './QuestionList.tsx';
import './materials.css';

/** Materials and the guided questions that decide which are needed. */
export default function MaterialsTab() {
  const { editor, manifest, locale, readOnly } = useDesigning();
  const texts = materialTexts[locale];
  const materials = materialsOf(manifest).materials ?? [];
  const [added, setAdded] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const follow = useMovedRow(list);
  const add = () => {
    const key = freeKey(
      'material',
      materials.map((material) => material.key),
    );
    editor.together(() => {
      editor.insertYaml('pack.yaml', ['materials'], { key, name: texts.newMaterial });
      const [first] = manifest.operations ?? [];
      const own = (first as { materials?: readonly string[] } | undefined)?.materials ?? [];
      if (first !== undefined) editor.setManifest(['operations', 0, 'materials'], [...own, key]);
    });
    setAdded(key);
  };
  const move = (from: number, to: number) => {
    editor.moveYaml('pack.yaml', ['materials'], from, to);
    follow(from, to);
    setSaid(texts.moved(materials[from]?.name?.[locale] ?? '', to + 1));
  };
  return (
    <div className="owd-main owd-limits">
      <p className="owd-hidden" aria-live="polite">
        {said}
      </p>
      <div className="owd-halves">
        <section aria-labelledby="owd-materials" data-place="materials">
          <h2 id="owd-materials">{texts.materials}</h2>
          <p className="owd-help">{materials.length === 0 ? texts.none : texts.materialsHelp}</p>
          <ul ref={list} className="owd-rows owd-folds">
            {materials.map((material, at) => (
              <MaterialRow
                key={material.key}
                material={material}
                at={at}
                count={materials.length}
                open={added === material.key}
                onMove={(to) => move(at, to)}
              />
            ))}
          </ul>
          <Button size="small" disabled={readOnly} onClick={add}>
            {texts.addMaterial}
          </Button>
        </section>
        <QuestionList />
      </div>
    </div>
  );
}
