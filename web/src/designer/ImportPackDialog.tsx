import { DiffTable } from '@onewindow/designer/compare';
import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ImportPreview, importPack } from '../api/packs.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import { openDraft } from './openDraft.ts';

/** What a signed archive would bring, before it becomes one's draft; what takes the place of an own draft is said. */
export function ImportPackDialog({
  archive,
  preview,
  onClose,
}: {
  archive: File;
  preview: ImportPreview;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const { packCode, name, version, signedBy, live, findings, diff, ownDraft } = preview;
  const take = useAction({
    run: (file: File, key) => importPack(file, { replace: ownDraft !== null, idempotencyKey: key }),
    success: t('together.list.imported'),
    done: async () => {
      await navigate(`/designer/${packCode}`, { state: openDraft });
    },
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Modal
      open
      width={960}
      title={t('together.list.importTitle', { name: say(name) })}
      okText={t(ownDraft === null ? 'together.list.importTake' : 'together.list.importReplace')}
      confirmLoading={take.isPending}
      onOk={() => take.mutate(archive)}
      onCancel={onClose}
    >
      <Facts
        entries={[
          [t('designer.new.code'), packCode],
          [t('together.list.theirVersion'), version === null ? '—' : `v${version}`],
          [t('designer.live'), live === null ? t('together.list.newHere') : `v${live}`],
          [t('together.list.signedBy'), <code key="key">{signedBy}</code>],
          [
            t('together.list.importFindings'),
            `${t('together.errors', { count: errors })}${t('common.comma')}${t('together.warnings', { count: findings.length - errors })}`,
          ],
        ]}
      />
      <p>{t('together.list.importText')}</p>
      {ownDraft === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('together.list.importOwn', { at: formatInstant(ownDraft.savedAt, language) })}
        />
      )}
      {diff === null ? null : (
        <section aria-label={t('together.list.importChanges')} className="owc">
          <h3 className="ow-card-title">{t('together.list.importChanges')}</h3>
          <DiffTable diff={diff} locale={language} />
        </section>
      )}
    </Modal>
  );
}
