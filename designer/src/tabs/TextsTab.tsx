import { useDesigning } from '../DesignerContext.ts';
import type { Text, YamlPath } from '../model/manifest.ts';
import { TextInput } from '../panel/TextInput.tsx';

/** Every text of the item that people read, in both languages. */
export function TextsTab() {
  const { editor, manifest, texts } = useDesigning();
  return (
    <div className="owd-main owd-narrow">
      <h2>{texts.itemName}</h2>
      {manifest.name !== undefined && <Both path={['name']} text={manifest.name} />}
      <TextInput
        label={texts.aliases}
        rows={3}
        value={(manifest.aliases ?? []).join('\n')}
        onCommit={(value) =>
          editor.setManifest(
            ['aliases'],
            value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          )
        }
      />
      <h2>{texts.steps}</h2>
      {Object.entries(manifest.steps ?? {}).map(
        ([key, step]) =>
          step.name !== undefined && <Both key={key} path={['steps', key, 'name']} text={step.name} />,
      )}
      {(manifest.refusalReasons ?? []).length > 0 && <h2>{texts.refusalReasons}</h2>}
      {(manifest.refusalReasons ?? []).map((reason, at) => (
        <Both key={reason.key} path={['refusalReasons', at, 'text']} text={reason.text} />
      ))}
      {manifest.documents !== undefined && <h2>{texts.documentTexts}</h2>}
      {Object.entries(manifest.documents ?? {}).map(([kind, document]) => (
        <div key={kind}>
          {document.title !== undefined && <Both path={['documents', kind, 'title']} text={document.title} />}
          {document.body !== undefined && (
            <Both path={['documents', kind, 'body']} text={document.body} rows={3} />
          )}
        </div>
      ))}
    </div>
  );
}

function Both({
  path,
  text,
  rows,
}: {
  readonly path: YamlPath;
  readonly text: Text;
  readonly rows?: number;
}) {
  const { editor, texts } = useDesigning();
  const size = rows === undefined ? {} : { rows };
  return (
    <div className="owd-pair">
      <TextInput
        label={texts.chinese}
        value={text['zh-CN']}
        onCommit={(value) => editor.setManifest([...path, 'zh-CN'], value)}
        {...size}
      />
      <TextInput
        label={texts.english}
        value={text.en}
        onCommit={(value) => editor.setManifest([...path, 'en'], value)}
        {...size}
      />
    </div>
  );
}
