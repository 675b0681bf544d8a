import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { commentTexts } from './commentTexts.ts';
import type { PackComments, PackThread } from './PackComments.ts';
import { SayField } from './SayField.tsx';

interface ThreadCardProps {
  readonly thread: PackThread;
  readonly comments: PackComments;
  /** What it is about, where that is not said around it. */
  readonly about?: string | undefined;
  /** Leads to the element; left out where there is none to lead to. */
  readonly onGo?: (() => void) | undefined;
}

/** One thread: who said what and when, the answer to it, and whether it is settled. */
export function ThreadCard({ thread, comments, about, onGo }: ThreadCardProps) {
  const { locale } = useDesigning();
  const texts = commentTexts[locale];
  const [first] = thread.messages;
  const label = texts.thread(first?.by ?? '', first?.text.slice(0, 40) ?? '');
  const resolved = thread.state === 'resolved';
  return (
    <article className="owd-thread" aria-label={label}>
      {about !== undefined && <h4>{about}</h4>}
      {thread.messages.map(({ id, by, at, text }) => (
        <div key={id}>
          <small>
            {by} · <time dateTime={at}>{sayTime(at, locale)}</time>
          </small>
          <p>{text}</p>
        </div>
      ))}
      {resolved && <small>{texts.resolvedBy(thread.resolvedBy ?? '')}</small>}
      {!resolved && (
        <SayField
          label={texts.answerTo(first?.by ?? '')}
          send={texts.answer}
          mention={{ names: comments.names, label: texts.mention }}
          onSend={(text) => comments.answer(thread.id, text)}
        />
      )}
      <div className="owd-buttons">
        {onGo !== undefined && (
          <Button size="small" onClick={onGo}>
            {texts.go(about ?? '')}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => void comments.settle(thread.id, !resolved).catch(() => undefined)}
        >
          {resolved ? texts.reopen : texts.settle}
          <span className="owd-hidden">{sayAbout(locale, '', label)}</span>
        </Button>
      </div>
    </article>
  );
}

function sayTime(at: string, locale: string): string {
  // As the pages around the designer write it; the year is left out.
  const month = locale === 'en' ? 'short' : '2-digit';
  const parts = { month, day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const language = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'Asia/Shanghai' }).format(new Date(at));
}
