import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFile } from '../../api/packTypes.ts';
import { Field } from '../../components/Field.tsx';
import './together.css';

/** Files of unpublished work, to be read only. */
export function DraftViewer({
  title,
  files,
  onClose,
}: {
  title: string;
  files: readonly PackFile[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [path, setPath] = useState(
    files.find((file) => file.path === 'pack.yaml')?.path ?? files[0]?.path ?? '',
  );
  return (
    <Drawer open size={900} title={title} onClose={onClose}>
      <Field id="draft-file" label={t('together.file')}>
        <FileSelect files={files} value={path} onChange={setPath} />
      </Field>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre className="owt-text" tabIndex={0} role="region" aria-label={path}>
        {files.find((file) => file.path === path)?.text}
      </pre>
    </Drawer>
  );
}

function FileSelect({
  id,
  files,
  value,
  onChange,
}: {
  id?: string;
  files: readonly PackFile[];
  value: string;
  onChange: (path: string) => void;
}) {
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      {[...files]
        .map((file) => file.path)
        .sort()
        .map((path) => (
          <option key={path}>{path}</option>
        ))}
    </select>
  );
}
