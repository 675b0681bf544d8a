import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { PROCESS, yamlProblem } from '../model/manifest.ts';
import { FileEditor } from './FileEditor.tsx';

/** Every file of the pack as text, for those who know how. The process is drawn anew only when the pack is loaded again. */
export function FilesTab({ open }: { readonly open: string | null }) {
  const { files, texts } = useDesigning();
  const paths = [...files.keys()].filter((path) => path !== PROCESS).sort();
  const [picked, setPicked] = useState<string | null>(open);
  const path = picked !== null && paths.includes(picked) ? picked : (paths[0] ?? '');
  const check = (text: string): string | null => {
    if (/\.ya?ml$/.test(path)) {
      const problem = yamlProblem(text);
      return problem === null ? null : texts.yamlProblem + problem;
    }
    if (!path.endsWith('.json')) return null;
    try {
      JSON.parse(text);
      return null;
    } catch (problem) {
      return texts.jsonProblem + String(problem);
    }
  };
  return (
    <div className="owd-two">
      <nav aria-label={texts.tabs.files} className="owd-list">
        <ul>
          {paths.map((entry) => (
            <li key={entry}>
              <button type="button" aria-current={entry === path} onClick={() => setPicked(entry)}>
                {entry}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="owd-main">
        <FileEditor key={path} path={path} check={check} />
      </div>
    </div>
  );
}
