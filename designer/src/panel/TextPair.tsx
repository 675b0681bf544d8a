import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { TextInput } from './TextInput.tsx';

interface TextPairProps {
  /** What the text is: 名称. */
  readonly label: string;
  readonly value: { readonly 'zh-CN'?: string; readonly en?: string } | undefined;
  readonly onCommit: (language: 'zh-CN' | 'en', value: string) => void;
  readonly rows?: number;
}

/** A text in both languages, side by side. */
export function TextPair({ label, value, onCommit, rows }: TextPairProps) {
  const { texts, locale } = useDesigning();
  const size = rows === undefined ? {} : { rows };
  return (
    <div className="owd-pair">
      {(['zh-CN', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={aside(locale, label, language === 'en' ? texts.english : texts.chinese)}
          value={value?.[language] ?? ''}
          onCommit={(text) => onCommit(language, text)}
          {...size}
        />
      ))}
    </div>
  );
}
