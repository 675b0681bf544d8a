import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { deleteDraft } from '../api/cases.ts';
import type { CaseView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useAction } from '../components/useAction.ts';

/** Deletes a draft for good, after naming it. */
export function DeleteDraftDialog({ view, onCancel }: { view: CaseView; onCancel: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useAction({
    run: () => deleteDraft(view.id),
    success: t('window.deleteDraft.done'),
    done: async () => {
      await navigate('/window');
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  return (
    <Modal
      open
      title={t('window.deleteDraft.title', { item: say(view.itemName), name: view.applicant?.name ?? '' })}
      okText={t('window.action.delete')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onOk={() => remove.mutate(undefined)}
      onCancel={onCancel}
    >
      <p>{t('window.deleteDraft.text')}</p>
    </Modal>
  );
}
