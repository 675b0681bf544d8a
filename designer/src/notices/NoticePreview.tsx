import { useDesigning } from '../DesignerContext.ts';
import type { Text } from '../model/manifest.ts';
import { noticeTexts } from './noticeTexts.ts';

interface NoticePreviewProps {
  readonly title: Text | undefined;
  readonly body: Text | undefined;
  readonly sms?: boolean;
}

/** Characters of a message by which Chinese carriers bill: 70 alone, 67 in a chain. */
const ALONE = 70;
const IN_CHAIN = 67;

/** The text as the applicant reads it, made-up values filled in. */
export function NoticePreview({ title, body, sms = false }: NoticePreviewProps) {
  const { locale } = useDesigning();
  const texts = noticeTexts[locale];
  const fill = (text: string, language: 'zh-CN' | 'en') =>
    text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => noticeTexts[language].samples[name] ?? '');
  const length = [...fill(body?.['zh-CN'] ?? '', 'zh-CN').trim()].length;
  return (
    <section aria-label={texts.preview} className="owd-notice-preview">
      <h3>{texts.preview}</h3>
      <div className="owd-pair">
        {(['zh-CN', 'en'] as const).map((language) => (
          <article key={language} lang={language}>
            <strong>{fill(title?.[language] ?? '', language)}</strong>
            <p>{fill(body?.[language] ?? '', language)}</p>
          </article>
        ))}
      </div>
      {sms && (
        <p className="owd-help">
          {texts.smsLength(length, length <= ALONE ? 1 : Math.ceil(length / IN_CHAIN))}
        </p>
      )}
    </section>
  );
}
