import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';

interface FileEditorProps {
  readonly path: string;
  /** What is wrong with a text, in words; null: nothing. A text that is wrong is not applied. */
  readonly check: (text: string) => string | null;
}

/** Text of one file, applied as one step of undo. */
export function FileEditor({ path, check }: FileEditorProps) {
  const { editor, files, texts, readOnly } = useDesigning();
  const text = files.get(path) ?? '';
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const problem = draft === text ? null : check(draft);
  return (
    <div className="owd-file">
      <Input.TextArea
        className="owd-code"
        aria-label={path}
        value={draft}
        readOnly={readOnly}
        spellCheck={false}
        status={problem === null ? '' : 'error'}
        onChange={(event) => setDraft(event.target.value)}
      />
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      <div className="owd-row">
        <Button
          type="primary"
          disabled={readOnly || draft === text || problem !== null}
          onClick={() => editor.setText(path, draft)}
        >
          {texts.apply}
        </Button>
        <Button disabled={draft === text} onClick={() => setDraft(text)}>
          {texts.revert}
        </Button>
      </div>
    </div>
  );
}
