import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { DocumentPreviewPane } from './DocumentPreviewPane.tsx';
import { DocumentSignatures } from './DocumentSignatures.tsx';
import { NoticePreview } from './NoticePreview.tsx';
import { noticeTexts } from './noticeTexts.ts';
import { TokenText } from './TokenText.tsx';

/** What the item says in a statutory document, beside what its layout says anyway. */
export function DocumentEditor({
  kind,
  onRemoved,
}: {
  readonly kind: string;
  readonly onRemoved: () => void;
}) {
  const { editor, manifest, texts: words, host, locale, readOnly } = useDesigning();
  const texts = noticeTexts[locale];
  const { documents = {} } = manifest;
  const document = documents[kind];
  const base = ['documents', kind] as const;
  return (
    <div data-place={`documents.${kind}`}>
      <div className="owd-row">
        <h2>{document?.title?.[locale] ?? texts.documentKinds[kind] ?? kind}</h2>
        <Button
          size="small"
          danger
          disabled={readOnly}
          onClick={() => {
            editor.setManifest(Object.keys(documents).length === 1 ? ['documents'] : base, undefined);
            onRemoved();
          }}
        >
          {texts.remove}
        </Button>
      </div>
      {(['title', 'body'] as const).map((part) => (
        <div key={part} className="owd-pair">
          {(['zh-CN', 'en'] as const).map((language) => (
            <TokenText
              key={language}
              label={aside(
                locale,
                part === 'title' ? texts.ownTitle : texts.body,
                language === 'en' ? words.english : words.chinese,
              )}
              value={document?.[part]?.[language] ?? ''}
              {...(part === 'body' ? { rows: 5 } : {})}
              onCommit={(value) => {
                const other = document?.[part]?.[language === 'en' ? 'zh-CN' : 'en'] ?? '';
                if (part === 'title' && value.trim() === '' && other.trim() === '')
                  editor.setManifest([...base, part], undefined);
                else if (document?.[part] === undefined)
                  editor.setManifest([...base, part], { 'zh-CN': value, en: value });
                else editor.setManifest([...base, part, language], value);
              }}
            />
          ))}
        </div>
      ))}
      <DocumentSignatures kind={kind} />
      {host.previewDocument === undefined ? (
        <NoticePreview title={document?.title} body={document?.body} />
      ) : (
        <DocumentPreviewPane kind={kind} />
      )}
    </div>
  );
}
