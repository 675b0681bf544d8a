import { EditOutlined, MobileOutlined, SafetyCertificateOutlined, ScanOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenedCapture, openCapture } from '../api/capture.ts';
import { leaveLicense, takeHeldLicense } from '../api/cases.ts';
import type { CaseMaterial, MaterialFile } from '../api/caseTypes.ts';
import type { MaterialRule } from '../api/itemTypes.ts';
import type { LicenseSummary } from '../api/licenseTypes.ts';
import type { Text } from '../api/types.ts';
import type { PendingUpload } from '../api/uploads.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { MaterialKind, MaterialStatus } from '../components/MaterialStatus.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { UploadButton } from '../components/UploadButton.tsx';
import { useAction } from '../components/useAction.ts';
import { fileOf } from '../devices/deviceProtocol.ts';
import { useDevices, useDeviceWords } from '../devices/useDevices.ts';
import { CaptureDialog } from './CaptureDialog.tsx';
import { MaterialFiles } from './MaterialFiles.tsx';
import { PendingUploads } from './PendingUploads.tsx';
import type { IntakeDraft } from './useIntakeDraft.ts';
import { useMaterialUpload } from './useMaterialUpload.ts';

export interface MaterialLineProps {
  caseId: string;
  material: CaseMaterial;
  rule: MaterialRule | undefined;
  /** A license of the store that would satisfy the material. */
  held: LicenseSummary | undefined;
  /** Names of the materials of the case, by key. */
  names: ReadonlyMap<string, Text>;
  /** What this person began to send for it and did not finish. */
  pending: readonly PendingUpload[];
  editable: boolean;
  /** Why a license is fetched. */
  purpose: string;
  draft: IntakeDraft;
  shown: string | undefined;
  onShow: (file: MaterialFile) => void;
}

/**
 * One material: its state, its files, and every way to hand it in: the license that spares the paper, a file, the scanner,
 * the applicant's phone, a signature on the pad. Files can also be dropped on it.
 */
export function MaterialLine(props: MaterialLineProps) {
  const { caseId, material, rule, held, names, pending, editable, purpose, draft, shown, onShow } = props;
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { bridge } = useDevices();
  const words = useDeviceWords();
  const [capture, setCapture] = useState<OpenedCapture | null>(null);
  const { share, failure, setFailure, stuck, send } = useMaterialUpload(caseId, material.key, draft);
  const name = say(material.name);
  const accept = rule?.accept ?? material.accept ?? [];
  const pictures = accept.includes('jpg');
  const acceptAttribute = accept.map((kind) => `.${kind}`).join(',');

  const take = useAction({
    run: (license: LicenseSummary) =>
      draft.write(() => takeHeldLicense(caseId, material.key, license.id, purpose)),
    success: t('window.materials.taken'),
  });
  const leave = useAction({ run: () => draft.write(() => leaveLicense(caseId, material.key)) });
  const scan = useAction({
    run: async (device: 'scan' | 'sign') => {
      setFailure(null);
      const pages = device === 'scan' ? await bridge.scan() : [await bridge.sign()];
      const first = material.files.length + 1;
      await send(pages.map((page, at) => fileOf(page, `${name}-${String(first + at).padStart(2, '0')}`)));
    },
    failed: setFailure,
  });
  const open = useAction({
    run: (_input: undefined, key) => openCapture(caseId, material.key, key),
    done: setCapture,
    failed: setFailure,
  });
  const said = words(failure);
  const busy = share !== null || scan.isPending;
  return (
    <li
      onDragOver={(event) => editable && event.preventDefault()}
      onDrop={(event) => {
        if (!editable) return;
        event.preventDefault();
        void send(event.dataTransfer.files);
      }}
    >
      <div className="ow-row">
        <div className="ow-grow ow-row" style={{ gap: '4px 8px' }}>
          <strong>{name}</strong>{' '}
          <MaterialKind required={material.required} keyMaterial={material.keyMaterial} />
          {accept.length === 0 || !editable ? null : (
            <span className="ow-small ow-muted">
              {t('window.materials.rule', {
                kinds: accept.join(', '),
                limit: rule?.maxMegabytes ?? material.maxMegabytes ?? 20,
              })}
            </span>
          )}
        </div>
        {material.status === 'waived' && material.waivedUntil ? (
          <span className="ow-small">
            {t('window.waived.until', { day: formatDay(material.waivedUntil, language) })}
          </span>
        ) : null}
        <MaterialStatus status={material.status} required={material.required} />
        {editable ? (
          <>
            <UploadButton
              name={name}
              accept={accept}
              loading={share !== null}
              onFiles={(files) => void send(files)}
            />
            {pictures ? (
              <>
                <Button
                  icon={<ScanOutlined aria-hidden />}
                  disabled={busy}
                  aria-label={t('window.materials.scan', { name })}
                  title={t('devices.scan')}
                  onClick={() => scan.mutate('scan')}
                />
                <Button
                  icon={<MobileOutlined aria-hidden />}
                  disabled={busy}
                  aria-label={t('window.materials.byPhone', { name })}
                  title={t('capture.open')}
                  onClick={() => open.mutate(undefined)}
                />
              </>
            ) : null}
            {material.key === 'authorisationLetter' ? (
              <Button
                icon={<EditOutlined aria-hidden />}
                disabled={busy}
                aria-label={t('window.materials.sign', { name })}
                title={t('devices.sign')}
                onClick={() => scan.mutate('sign')}
              />
            ) : null}
          </>
        ) : null}
      </div>
      {share === null ? null : (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={t('window.materials.uploading', { name })}
        />
      )}
      {failure === null && stuck === null ? null : (
        <div style={{ marginBlock: 8 }}>
          {said === undefined ? (
            <ProblemAlert error={failure} />
          ) : (
            <Alert type="warning" showIcon title={said} />
          )}
          {stuck === null ? null : (
            <Button style={{ marginTop: 8 }} onClick={() => void send([stuck.file], stuck)}>
              {t('window.materials.resume')}
              <span className="ow-hidden">{stuck.file.name}</span>
            </Button>
          )}
        </div>
      )}
      {editable && share === null && stuck === null ? (
        <PendingUploads
          uploads={pending}
          accept={acceptAttribute}
          onResume={(file, upload) => void send([file], upload)}
          onGone={draft.reread}
        />
      ) : null}
      {material.license ? (
        <div className="ow-row ow-muted">
          {t('window.materials.byLicense', { number: material.license.licenseNo })}
          {editable && material.files.length === 0 ? (
            <Button size="small" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {t('window.materials.leave')}
              <span className="ow-hidden">{name}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
      {held !== undefined && editable && material.status !== 'held' ? (
        <Button
          type="link"
          className="ow-link"
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate(held)}
        >
          {t('window.materials.take', { name: say(held.name), number: held.licenseNo })}
        </Button>
      ) : null}
      <MaterialFiles
        caseId={caseId}
        material={material}
        names={names}
        editable={editable}
        arrangeable={editable && draft.view?.actions.includes('edit') === true}
        draft={draft}
        shown={shown}
        onShow={onShow}
      />
      {capture === null ? null : (
        <CaptureDialog
          caseId={caseId}
          material={name}
          capture={capture}
          onPage={draft.reread}
          onClose={() => setCapture(null)}
        />
      )}
    </li>
  );
}
