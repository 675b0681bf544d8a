import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { App, Button, Tag } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Annotation, changeAnnotation, removeAnnotation } from '../api/annotations.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { NoteForm } from './NoteForm.tsx';

/** The notes of the department on one file, in words: shown on the page, changed and taken away by their author. */
export function NoteList(props: {
  caseId: string;
  marks: readonly { number: number; annotation: Annotation }[];
  onShow: (annotation: Annotation) => void;
  onChanged: () => void;
}) {
  const { caseId, marks } = props;
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { modal } = App.useApp();
  const id = useId();
  const [edited, setEdited] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const change = useAction({
    run: ({
      annotation,
      note,
      toSupplement,
    }: {
      annotation: Annotation;
      note: string;
      toSupplement: boolean;
    }) => changeAnnotation(caseId, annotation, { note, toSupplement }),
    success: t('desk.annotation.saved'),
    done: () => {
      setEdited(null);
      props.onChanged();
    },
    failed: setFailure,
  });
  const remove = useAction({
    run: (annotation: Annotation) => removeAnnotation(caseId, annotation.id),
    success: t('desk.annotation.removed'),
    done: props.onChanged,
  });
  const askRemove = (annotation: Annotation) =>
    modal.confirm({
      title: t('desk.annotation.removeTitle', { note: annotation.note }),
      okText: t('desk.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(annotation).catch(() => undefined),
    });
  if (marks.length === 0) return null;
  return (
    <ol className="ow-list" aria-label={t('desk.annotation.list')}>
      {marks.map(({ number, annotation }) => (
        <li key={annotation.id}>
          <div className="ow-row">
            <Button
              size="small"
              aria-label={t('desk.annotation.show', { number })}
              onClick={() => props.onShow(annotation)}
            >
              {number}
            </Button>
            <span className="ow-grow">
              {annotation.note} {annotation.toSupplement ? <Tag>{t('desk.annotation.inList')}</Tag> : null}
              <span className="ow-small ow-muted">
                {t('desk.annotation.at', { page: annotation.page })} · {annotation.by} ·{' '}
                {formatInstant(annotation.at, language)}
              </span>
            </span>
            {annotation.mine ? (
              <>
                <Button
                  size="small"
                  type="text"
                  icon={<EditOutlined aria-hidden />}
                  aria-label={t('desk.annotation.edit', { number })}
                  onClick={() => {
                    setFailure(null);
                    setEdited(annotation.id);
                  }}
                />
                <Button
                  size="small"
                  type="text"
                  danger
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('desk.annotation.remove', { number })}
                  onClick={() => askRemove(annotation)}
                />
              </>
            ) : null}
          </div>
          {edited === annotation.id ? (
            <NoteForm
              id={`${id}-${number}`}
              start={annotation}
              busy={change.isPending}
              failure={failure}
              onSave={(note, toSupplement) => change.mutate({ annotation, note, toSupplement })}
              onCancel={() => setEdited(null)}
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
