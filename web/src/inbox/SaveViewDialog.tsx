import { Alert, App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeSavedView,
  createSavedView,
  removeSavedView,
  type SavedView,
  type SavedViewContent,
  type ViewPlace,
} from '../api/people.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Names the view that is shown, shares it or not; with `view` changes or removes that one. */
export function SaveViewDialog(props: {
  view: SavedView | undefined;
  place: ViewPlace;
  query: Record<string, string>;
  columns: string[];
  byApplicant: boolean;
  onClose: () => void;
}) {
  const { view, place, query, columns, onClose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const save = useAction({
    run: (content: SavedViewContent, key) =>
      view === undefined ? createSavedView(content, key) : changeSavedView(view, content),
    success: t('desk.view.savedWords'),
    failed: () => undefined,
    done: onClose,
  });
  const remove = useAction({
    run: (id: string) => removeSavedView(id),
    success: t('desk.view.removed'),
    failed: () => undefined,
    done: onClose,
  });
  const { modal } = App.useApp();
  const sure = ({ id, name: removed }: SavedView) =>
    modal.confirm({
      title: t('desk.view.removeSure', { name: removed }),
      okText: t('desk.view.remove'),
      cancelText: t('common.cancel'),
      onOk: () => remove.mutate(id),
    });
  const send = () => {
    if (name.trim() !== '') save.mutate({ name: name.trim(), shared, place, query, columns });
  };
  return (
    <Modal
      open
      title={t(view === undefined ? 'desk.view.save' : 'desk.view.change')}
      onCancel={onClose}
      footer={
        <div className="ow-row ow-end">
          {view === undefined ? null : (
            <Button danger loading={remove.isPending} onClick={() => sure(view)}>
              {t('desk.view.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={name.trim() === ''} loading={save.isPending} onClick={send}>
            {t('desk.view.keep')}
          </Button>
        </div>
      }
    >
      <ProblemAlert error={save.error ?? remove.error} />
      {props.byApplicant ? <Alert type="info" showIcon title={t('desk.view.noApplicant')} /> : null}
      <Field id="view-name" label={t('desk.view.name')} required>
        <Input
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={send}
        />
      </Field>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('desk.view.share')}
      </Checkbox>
    </Modal>
  );
}
