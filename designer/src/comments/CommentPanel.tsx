import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { elementName } from '../outline/elementName.ts';
import { commentTexts } from './commentTexts.ts';
import type { PackComments, PackThread } from './PackComments.ts';
import { SayField } from './SayField.tsx';
import { sortThreads } from './sortThreads.ts';
import { ThreadCard } from './ThreadCard.tsx';
import './comments.css';

interface CommentPanelProps {
  readonly comments: PackComments;
  readonly selected: string | null;
  readonly onClose: () => void;
}

/** The comments on the element that is chosen, the other open ones with the way to them, and those settled. */
export function CommentPanel({ comments, selected, onClose }: CommentPanelProps) {
  const { editor, texts: all, locale } = useDesigning();
  const texts = commentTexts[locale];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const read = useRef(comments.read);
  read.current = comments.read;
  useEffect(() => void read.current(), []);
  const chosen = editor.element(selected);
  const element = chosen === undefined ? '' : (selected ?? '');
  const name = chosen === undefined ? '' : elementName(chosen, all);
  const exists = (id: string) => editor.element(id) !== undefined;
  const { here, elsewhere, orphans, resolved } = sortThreads(comments.threads, element, exists);
  const nameOf = (thread: PackThread) => {
    if (thread.element === '') return texts.aboutPack;
    const found = editor.element(thread.element);
    return found === undefined ? thread.elementName : elementName(found, all);
  };
  const card = (thread: PackThread, apart: boolean) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      comments={comments}
      about={apart ? nameOf(thread) : undefined}
      onGo={apart && exists(thread.element) ? () => editor.show(thread.element) : undefined}
    />
  );
  return (
    <section className="owd-panel owd-comments" aria-label={texts.title}>
      <h2 ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      <p className="owd-help">{texts.help}</p>
      <Button size="small" onClick={onClose}>
        {texts.close}
      </Button>
      <h3>{element === '' ? texts.aboutPack : texts.about(name)}</h3>
      <SayField
        // Words about one element are not sent to another.
        key={element}
        label={element === '' ? texts.writePack : texts.write(name)}
        send={texts.send}
        mention={{ names: comments.names, label: texts.mention }}
        onSend={(text) => comments.begin({ element, elementName: name, text })}
      />
      {here.length === 0 && <p className="owd-help">{texts.none}</p>}
      {here.map((thread) => card(thread, false))}
      {elsewhere.length > 0 && <h3>{texts.elsewhere}</h3>}
      {elsewhere.map((thread) => card(thread, true))}
      {orphans.length > 0 && <h3>{texts.orphans}</h3>}
      {orphans.map((thread) => card(thread, true))}
      {resolved.length > 0 && (
        <details>
          <summary>{texts.resolved(resolved.length)}</summary>
          {resolved.map((thread) => card(thread, true))}
        </details>
      )}
    </section>
  );
}
