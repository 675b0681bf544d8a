import { Alert } from 'antd';
import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { importTexts } from './importTexts.ts';
import type { ForeignFile, Note } from './lookAtFile.ts';

interface ForeignFileViewProps {
  readonly file: ForeignFile;
  /** Another file of the same choice takes its place already. */
  readonly second: boolean;
  readonly onMove: (path: string) => void;
}

const order: readonly Note['level'][] = ['refused', 'warning', 'adapted', 'kept', 'info'];

/** One chosen file: what it is, where it goes, what was found in it. */
export function ForeignFileView({ file, second, onMove }: ForeignFileViewProps) {
  const { files, locale } = useDesigning();
  const texts = importTexts[locale];
  const id = useId();
  const folder = file.path.startsWith('forms/') ? /^forms\// : /^[^/]+\.dmn$/;
  const others = [...files.keys()].filter((path) => folder.test(path) && path !== file.path);
  const fresh = files.has(file.path) ? texts.replaces : texts.adds;
  const notes = order.flatMap((level) => file.notes.filter((note) => note.level === level));
  return (
    <section className="owd-foreign" aria-labelledby={id}>
      <h3 id={id}>
        {file.name} <small>{texts.kinds[file.kind]}</small>
      </h3>
      {file.text === null && <Alert type="error" showIcon title={texts.notTaken} />}
      {second && <Alert type="warning" showIcon title={texts.secondProcess} />}
      {file.text !== null && !second && (
        <p>
          <label htmlFor={`${id}-target`}>{texts.target}</label>{' '}
          {file.kind === 'bpmn' ? (
            <strong>{file.path}</strong>
          ) : (
            <select id={`${id}-target`} value={file.path} onChange={(event) => onMove(event.target.value)}>
              {[file.path, ...others].map((path) => (
                <option key={path} value={path}>
                  {path} – {files.has(path) ? texts.replaces : texts.adds}
                </option>
              ))}
            </select>
          )}
          {file.kind === 'bpmn' && ` – ${fresh}`}
        </p>
      )}
      {notes.length === 0 ? (
        <p className="owd-help">{texts.nothingFound}</p>
      ) : (
        <ul>
          {notes.map((note) => (
            <li key={`${note.level} ${note.where} ${note.zh}`}>
              <strong className={note.level}>
                {file.text === null && note.level === 'refused' ? texts.unread : texts.levels[note.level]}
              </strong>
              <span>{locale === 'en' ? note.en : note.zh}</span>
              {note.where !== '' && <small>{note.where}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
