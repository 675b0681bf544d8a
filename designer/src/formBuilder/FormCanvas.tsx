import type { FormDefinition } from '@onewindow/forms/browser';
import { Alert, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { arrangeForm, keysInStep } from './arrangeForm.ts';
import { useFormEditing } from './FormEditing.ts';
import { listKinds } from './fieldKinds.ts';
import { setInForm } from './formText.ts';
import { formTexts } from './formTexts.ts';

/** Form.io's own builder, to arrange by dragging; what a field says is set in our panel. */
export function FormCanvas({ onEdit }: { readonly onEdit: () => void }) {
  const { locale, departments, readOnly } = useDesigning();
  const editing = useFormEditing();
  const texts = formTexts[locale];
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const latest = useRef({ editing, onEdit });
  latest.current = { editing, onEdit };
  const { text, form, isIntake } = editing;
  /** The text that the canvas shows: what was arranged on it is there already. */
  const shown = useRef(text);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    setTurn((old) => old + 1);
  }, [text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew where the form was changed elsewhere
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let gone = false;
    let close = () => {};
    const inner = document.createElement('div');
    element.replaceChildren(inner);
    setState('loading');
    const kinds = listKinds(departments).filter(
      ({ components }) => !isIntake || components[0]?.['type'] !== 'file',
    );
    import('@onewindow/forms/builder')
      .then(({ openCanvas }) =>
        openCanvas({
          element: inner,
          form: form as unknown as FormDefinition,
          locale,
          title: texts.fields,
          kinds: kinds.flatMap(({ key, zh, en, components: [component] }) =>
            component === undefined ? [] : [{ key, title: locale === 'en' ? en : zh, component }],
          ),
          onArrange: (places) => {
            const { editing: now } = latest.current;
            const components = arrangeForm(now.form, places, kinds);
            if (JSON.stringify(components) === JSON.stringify(now.form['components'])) return new Map();
            const after = setInForm(now.text, ['components'], components);
            const keys = keysInStep(places, components);
            if (keys !== null) shown.current = after;
            now.write(after, texts.arranged);
            return keys ?? new Map();
          },
          onEdit: (key) => {
            const { editing: now, onEdit: edit } = latest.current;
            now.select(now.nodes.find((node) => node.key === key)?.path ?? null);
            edit();
          },
        }),
      )
      .then((canvas) => {
        close = canvas.close;
        if (gone) close();
        else setState('ready');
      })
      .catch((problem: unknown) => {
        console.error(problem);
        if (!gone) setState('failed');
      });
    return () => {
      gone = true;
      close();
    };
  }, [turn, locale, isIntake]);

  return (
    <div className="owd-formcanvas" inert={readOnly}>
      <p className="owd-help">{texts.canvasHelp}</p>
      {state === 'loading' && <Spin />}
      {state === 'failed' && <Alert type="error" showIcon title={texts.canvasFailed} />}
      <div ref={place} className="ow-form" />
    </div>
  );
}
