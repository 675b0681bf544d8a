import { findUnsafe } from '@onewindow/forms';
import { type FormDefinition, FormView } from '@onewindow/forms/browser';
import { Alert, Empty, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { formTitle } from '../panel/TaskPanel.tsx';
import { FileEditor } from './FileEditor.tsx';

/** The forms of the pack: each as users see it, and its content. */
export function FormsTab({ open }: { readonly open: string | null }) {
  const { files, manifest, texts, locale } = useDesigning();
  const paths = [...files.keys()].filter((path) => path.startsWith('forms/') && path.endsWith('.json'));
  const [picked, setPicked] = useState<string | null>(open);
  const path = picked !== null && paths.includes(picked) ? picked : paths[0];
  if (path === undefined) return <Empty description={texts.empty} />;
  const users = [
    ...(manifest.operations ?? [])
      .filter((operation) => operation.intakeForm === path)
      .map((operation) => operation.name[locale]),
    ...Object.values(manifest.steps ?? {})
      .filter((step) => step.form === path)
      .map((step) => step.name?.[locale] ?? ''),
  ];
  return (
    <div className="owd-two">
      <nav aria-label={texts.tabs.forms} className="owd-list">
        <ul>
          {paths.map((entry) => (
            <li key={entry}>
              <button type="button" aria-current={entry === path} onClick={() => setPicked(entry)}>
                {formTitle(files.get(entry) ?? '', entry)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="owd-main">
        <p className="owd-help">
          {users.length === 0 ? texts.unused : `${texts.usedBy}：${users.join('、')}`}
        </p>
        <FormContent key={path} path={path} />
      </div>
    </div>
  );
}

function FormContent({ path }: { readonly path: string }) {
  const { files, texts, locale } = useDesigning();
  const text = files.get(path) ?? '';
  const form = useMemo(() => parseForm(text), [text]);
  const unsafe = useMemo(() => (form === null ? [] : findUnsafe(form)), [form]);
  const words = (finding: { zh: string; en: string }) => (locale === 'en' ? finding.en : finding.zh);
  const check = (draft: string): string | null => {
    try {
      const found = findUnsafe(JSON.parse(draft));
      return found.length === 0 ? null : `${texts.formFindings} ${found.map(words).join('；')}`;
    } catch (problem) {
      return texts.jsonProblem + String(problem);
    }
  };
  const preview =
    form === null || unsafe.length > 0 ? (
      <Alert type="error" showIcon title={texts.formFindings} description={unsafe.map(words).join('；')} />
    ) : (
      <FormView key={text} form={form} data={{}} locale={locale} />
    );
  return (
    <Tabs
      items={[
        { key: 'preview', label: texts.preview, children: preview },
        { key: 'json', label: texts.json, children: <FileEditor path={path} check={check} /> },
      ]}
    />
  );
}

function parseForm(text: string): FormDefinition | null {
  try {
    const form: unknown = JSON.parse(text);
    return typeof form === 'object' && form !== null && Array.isArray((form as FormDefinition).components)
      ? (form as FormDefinition)
      : null;
  } catch {
    return null;
  }
}
