import { documentKinds } from '@onewindow/processes/choices';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { toTokens } from '../license/pieces.ts';
import type { Text } from '../model/manifest.ts';
import { readYamlMap } from '../model/yamlEdit.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import { NoticeEditor } from './NoticeEditor.tsx';
import { type NoticeKind, newNotice, noticeKinds, noticePath } from './newNotice.ts';
import { noticeTexts } from './noticeTexts.ts';
import '../license/license.css';
import './notices.css';

/** Notices to the applicant and what the item says in documents. */
export default function NoticesTab({ led }: { readonly led?: string | undefined }) {
  const { editor, manifest, files, locale } = useDesigning();
  const texts = noticeTexts[locale];
  const notices = [...files.keys()].filter((path) => /^notices\/.+\.yaml$/.test(path)).sort();
  const documents = Object.keys(manifest.documents ?? {});
  const all = [...notices, ...documents.map((kind) => `documents.${kind}`)];
  const [picked, setPicked] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | undefined>(undefined);
  if (led !== seen) {
    // A finding led here: what it is about is opened.
    setSeen(led);
    if (led !== undefined) setPicked(led);
  }
  const open = picked !== null && all.includes(picked) ? picked : (all[0] ?? null);
  const free = documentKinds.filter((kind) => !documents.includes(kind));
  const make = (kind: string) => {
    const path = noticePath(kind, files.keys());
    editor.setText(path, newNotice(kind as NoticeKind));
    setPicked(path);
  };
  const addDocument = (kind: string) => {
    const text = { 'zh-CN': '{{applicantName}}：', en: '{{applicantName}}: ' };
    editor.setManifest(['documents', kind], { body: text });
    setPicked(`documents.${kind}`);
  };
  const titleOf = (path: string) => {
    const title = readYamlMap(files.get(path) ?? '')['title'] as Text | undefined;
    const name = (placeholder: string) => texts.placeholders[placeholder] ?? placeholder;
    return toTokens(title?.[locale] ?? '', name) || path.slice('notices/'.length);
  };
  const entry = (at: string, children: ReactNode) => (
    <li key={at}>
      <button type="button" aria-current={at === open} onClick={() => setPicked(at)}>
        {children}
      </button>
    </li>
  );
  return (
    <div className="owd-two">
      <nav aria-label={texts.list} className="owd-list">
        <h2>{texts.notices}</h2>
        <ul>{notices.map((path) => entry(path, titleOf(path)))}</ul>
        <Adder
          label={texts.newFrom}
          choices={noticeKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] ?? kind }))}
          onAdd={make}
        />
        <h2>{texts.documents}</h2>
        <ul>
          {documents.map((kind) =>
            entry(
              `documents.${kind}`,
              manifest.documents?.[kind]?.title?.[locale] ?? texts.documentKinds[kind] ?? kind,
            ),
          )}
        </ul>
        <Adder
          label={texts.addDocument}
          choices={free.map((kind) => ({ value: kind, label: texts.documentKinds[kind] ?? kind }))}
          onAdd={addDocument}
        />
      </nav>
      <div className="owd-main" key={open}>
        {open === null && <p>{texts.choose}</p>}
        {open?.startsWith('notices/') && <NoticeEditor file={open} onRemoved={() => setPicked(null)} />}
        {open?.startsWith('documents.') && (
          <DocumentEditor kind={open.slice('documents.'.length)} onRemoved={() => setPicked(null)} />
        )}
      </div>
    </div>
  );
}

/** Chooses a kind and makes one of it. */
function Adder(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (value: string) => void;
}) {
  const { readOnly } = useDesigning();
  const { label, choices, onAdd } = props;
  const id = useId();
  const [picked, setPicked] = useState('');
  const value = choices.some((choice) => choice.value === picked) ? picked : (choices[0]?.value ?? '');
  return (
    <div className="owd-adder">
      <select
        id={id}
        aria-label={label}
        value={value}
        disabled={readOnly}
        onChange={(event) => setPicked(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Button size="small" disabled={readOnly || value === ''} onClick={() => onAdd(value)}>
        {label}
      </Button>
    </div>
  );
}
