import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, type InputRef, Modal, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dropOpinion, listOpinions, type Opinion } from '../api/opinions.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { OpinionForm } from './OpinionForm.tsx';

/** Chooses a template of an opinion: typing finds, Enter takes the first; here they are also written and dropped. */
export function OpinionDialog(props: { onChoose: (opinion: Opinion) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const queryKey = ['opinions'];
  const opinions = useQuery({ queryKey, queryFn: listOpinions });
  const finder = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  /** Being written: a template, null a new one, undefined none. */
  const [written, setWritten] = useState<Opinion | null>();
  const drop = useAction({
    run: (opinion: Opinion) => dropOpinion(opinion.id),
    success: t('desk.opinion.dropped'),
    done: () => client.invalidateQueries({ queryKey }),
  });
  const words = search.trim().toLowerCase();
  const found = (opinions.data?.items ?? []).filter(
    ({ title, text }) => title.toLowerCase().includes(words) || text.toLowerCase().includes(words),
  );
  const [first] = found;
  return (
    <Modal
      open
      title={t('desk.opinion.title')}
      footer={null}
      width={640}
      onCancel={props.onClose}
      destroyOnHidden
      afterOpenChange={(shown) => shown && finder.current?.focus()}
    >
      {written !== undefined ? (
        <OpinionForm
          opinion={written}
          placeholders={opinions.data?.placeholders ?? []}
          forDepartment={opinions.data?.mayWriteForDepartment ?? false}
          onDone={() => {
            setWritten(undefined);
            void client.invalidateQueries({ queryKey });
          }}
        />
      ) : (
        <div className="ow-stack" style={{ gap: 8 }}>
          <ProblemAlert error={opinions.error} onRetry={() => void opinions.refetch()} />
          <div className="ow-row">
            <Input
              className="ow-grow"
              style={{ width: 'auto' }}
              ref={finder}
              aria-label={t('desk.opinion.search')}
              placeholder={t('desk.opinion.search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onPressEnter={() => first !== undefined && props.onChoose(first)}
            />
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setWritten(null)}>
              {t('desk.opinion.add')}
            </Button>
          </div>
          {opinions.isPending ? <LoadingState /> : null}
          {opinions.data !== undefined && found.length === 0 ? <p>{t('desk.opinion.none')}</p> : null}
          <ul className="ow-list">
            {found.map((opinion) => (
              <li key={opinion.id}>
                <div className="ow-row">
                  <Button
                    onClick={() => props.onChoose(opinion)}
                    aria-label={t('desk.opinion.use', { title: opinion.title })}
                  >
                    {opinion.title}
                  </Button>
                  <Tag>{t(`desk.opinion.${opinion.scope}`)}</Tag>
                  <span className="ow-grow" />
                  {opinion.editable ? (
                    <>
                      <Button
                        size="small"
                        type="text"
                        icon={<EditOutlined aria-hidden />}
                        aria-label={t('desk.opinion.edit', { title: opinion.title })}
                        onClick={() => setWritten(opinion)}
                      />
                      <Button
                        size="small"
                        type="text"
                        danger
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={t('desk.opinion.drop', { title: opinion.title })}
                        onClick={() =>
                          modal.confirm({
                            title: t('desk.opinion.dropTitle', { title: opinion.title }),
                            okText: t('desk.delete'),
                            okButtonProps: { danger: true },
                            onOk: () => drop.mutateAsync(opinion).catch(() => undefined),
                          })
                        }
                      />
                    </>
                  ) : null}
                </div>
                <p className="ow-plain-text ow-small ow-muted">{opinion.text}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}
