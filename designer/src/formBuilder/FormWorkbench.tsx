import { findUnsafe } from '@onewindow/forms';
import { Alert, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { inOneLine } from '../i18n/punctuate.ts';
import { FileEditor } from '../tabs/FileEditor.tsx';
import { FieldOutline } from './FieldOutline.tsx';
import { FieldPanel } from './FieldPanel.tsx';
import { FormCanvas } from './FormCanvas.tsx';
import { type FormEditing, FormEditingContext } from './FormEditing.ts';
import { FormPreview } from './FormPreview.tsx';
import { FormRemarks } from './FormRemarks.tsx';
import { isJson, listNodes, samePath } from './formOutline.ts';
import { type JsonPath, setInForm } from './formText.ts';
import { formTexts } from './formTexts.ts';
import { LivePreview } from './LivePreview.tsx';
import './formBuilder.css';

const views = ['edit', 'canvas', 'preview', 'check', 'json'] as const;
type View = (typeof views)[number];

/** One form: its fields, what each of them says, how it looks, what could be better, its text. */
export function FormWorkbench({ path, isIntake }: { readonly path: string; readonly isIntake: boolean }) {
  const { editor, files, texts: common, locale } = useDesigning();
  const texts = formTexts[locale];
  const text = files.get(path) ?? '';
  const form = useMemo(() => parseForm(text), [text]);
  const nodes = useMemo(() => listNodes(form), [form]);
  const [view, setView] = useState<View>(form === null ? 'json' : 'edit');
  const [chosen, setChosen] = useState<JsonPath | null>(null);
  const [said, setSaid] = useState('');
  const selected = nodes.find((node) => samePath(node.path, chosen)) ?? null;
  const words = (finding: { zh: string; en: string }) => (locale === 'en' ? finding.en : finding.zh);
  const check = (draft: string): string | null => {
    try {
      const found = findUnsafe(JSON.parse(draft));
      return found.length === 0 ? null : `${common.formFindings} ${inOneLine(locale, found.map(words))}`;
    } catch (problem) {
      return common.jsonProblem + String(problem);
    }
  };
  const editing: FormEditing | null =
    form === null
      ? null
      : {
          path,
          text,
          form,
          nodes,
          selected,
          isIntake,
          select: setChosen,
          write: (after, what = '') => {
            editor.setText(path, after);
            setSaid(what);
          },
          setPart: (part, value) => {
            if (selected === null) return;
            // Several parts may be set in one step: each is written into what the last one left.
            const now = editor.files.get(path) ?? text;
            editor.setText(
              path,
              setInForm(now, [...selected.path, ...part], value === '' ? undefined : value),
            );
          },
        };
  return (
    <div className="owd-formwork">
      <Segmented<View>
        value={view}
        onChange={setView}
        options={views.map((value) => ({
          value,
          label: texts.views[value],
          disabled: form === null && value !== 'json',
        }))}
      />
      <p className="owd-said" aria-live="polite">
        {said}
      </p>
      {form === null && <Alert type="error" showIcon title={check(text) ?? ''} />}
      {(view === 'json' || editing === null) && <FileEditor path={path} check={check} />}
      {editing !== null && view !== 'json' && (
        <FormEditingContext value={editing}>
          {view === 'edit' && (
            <div className="owd-formgrid">
              <FieldOutline />
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with nothing in it to focus while the form is drawn */}
              <section className="owd-live" aria-label={texts.preview} tabIndex={0}>
                <LivePreview />
              </section>
              <FieldPanel />
            </div>
          )}
          {view === 'canvas' && <FormCanvas onEdit={() => setView('edit')} />}
          {view === 'preview' && <FormPreview />}
          {view === 'check' && <FormRemarks onGo={() => setView('edit')} />}
        </FormEditingContext>
      )}
    </div>
  );
}

function parseForm(text: string) {
  try {
    const form: unknown = JSON.parse(text);
    return isJson(form) && Array.isArray(form['components']) ? form : null;
  } catch {
    return null;
  }
}
