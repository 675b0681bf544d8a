import { Alert, Modal } from 'antd';
import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { PROCESS } from '../model/manifest.ts';
import type { Finding } from '../model/packFiles.ts';
import { ForeignFileView } from './ForeignFileView.tsx';
import { importTexts } from './importTexts.ts';
import { useForeignFiles } from './useForeignFiles.ts';
import './import.css';

interface ImportDialogProps {
  readonly packCode: string;
  readonly check: (files: ReadonlyMap<string, string>) => Promise<readonly Finding[]>;
  readonly onClose: () => void;
}

/** Takes in files of other tools: chosen, looked at, listed, and only then written, in one step of undo. */
export function ImportDialog({ packCode, check, onClose }: ImportDialogProps) {
  const { editor, files, locale } = useDesigning();
  const texts = importTexts[locale];
  const { found, looking, changes, errors, checkFailed, choose, move } = useForeignFiles({
    packCode,
    files,
    check,
  });
  const id = useId();
  const take = () => {
    if (changes.has(PROCESS)) editor.replaceFiles(changes);
    else
      editor.together(() => {
        for (const [path, text] of changes) editor.setText(path, text);
      });
    onClose();
  };
  const processes = found.filter(({ kind, text }) => kind === 'bpmn' && text !== null);
  return (
    <Modal
      open
      title={texts.title}
      width={860}
      okText={texts.take}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: changes.size === 0 || looking }}
      onOk={take}
      onCancel={onClose}
    >
      <p className="owd-help" id={`${id}-hint`}>
        {texts.hint}
      </p>
      <p className="owd-choose">
        <label htmlFor={id}>{texts.choose}</label>
        <input
          id={id}
          type="file"
          multiple
          accept=".bpmn,.dmn,.xml,.json,.form,.html,.htm"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void choose([...(event.target.files ?? [])])}
        />
      </p>
      <div role="status">{looking ? texts.looking : ''}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="owd-foreigns" aria-label={texts.title} tabIndex={0}>
        {found.map((file, at) => (
          <ForeignFileView
            key={file.name}
            file={file}
            second={file.kind === 'bpmn' && processes.indexOf(file) > 0}
            onMove={(path) => move(at, path)}
          />
        ))}
        {changes.size > 0 && (
          <div className="owd-foreign">
            <p role="status">
              {errors !== null && (errors.length === 0 ? texts.noFindings : texts.findings(errors.length))}
              {errors === null && !checkFailed && texts.checking}
            </p>
            {checkFailed && <Alert type="warning" showIcon title={texts.checkFailed} />}
            {errors !== null && errors.length > 0 && (
              <ul>
                {errors.map((finding) => (
                  <li key={[finding.code, finding.file, finding.element, finding.zh].join(' ')}>
                    <span>
                      {locale === 'en' ? finding.en : finding.zh}
                      {finding.help && <em> {finding.help[locale]}</em>}
                    </span>
                    <small>{finding.element ?? finding.file}</small>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </section>
      {changes.size > 0 && <p className="owd-help">{texts.one}</p>}
    </Modal>
  );
}
