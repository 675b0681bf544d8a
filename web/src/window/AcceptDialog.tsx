import { Checkbox, DatePicker, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import type { SignedBy } from '../api/itemTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';

export interface ActionDialogProps {
  open: boolean;
  busy: boolean;
  onCancel: () => void;
}

/** Acceptance. Missing non-key materials may follow later (容缺), each with its own last day. */
export function AcceptDialog({
  view,
  onDone,
  open,
  busy,
  onCancel,
}: ActionDialogProps & { view: CaseView; onDone: (body: unknown) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const missing = view.materials.filter((material) => material.required && material.status === 'missing');
  const waivable = missing.filter((material) => !material.keyMaterial);
  const lacksKey = missing.some((material) => material.keyMaterial);
  // Of several items those are accepted that can be; what one lacks does not hold up the others.
  const blocked = lacksKey && view.isTheme !== true;
  const [days, setDays] = useState<Record<string, string>>({});
  const waived = Object.entries(days).map(([materialKey, dueDay]) => ({ materialKey, dueDay }));
  const [signedBy, setSignedBy] = useState<SignedBy>(view.agent ? 'agent' : 'applicant');
  const signers: SignedBy[] = [
    'applicant',
    ...(view.applicant?.legalRepresentative ? (['legalRepresentative'] as const) : []),
    ...(view.agent ? (['agent'] as const) : []),
  ];
  const open_ = waivable.length - waived.length;
  return (
    <Modal
      open={open}
      title={t('window.accept.title')}
      okText={t('window.action.accept')}
      okButtonProps={{ disabled: blocked || (open_ > 0 && view.isTheme !== true), loading: busy }}
      onOk={() => onDone(waived.length === 0 ? {} : { waived, signedBy })}
      onCancel={onCancel}
    >
      <p>{t(view.isTheme === true ? 'window.accept.several' : 'window.accept.text')}</p>
      {lacksKey ? (
        <p className="ow-error" role="alert">
          {t(blocked ? 'window.accept.blocked' : 'window.accept.left', {
            names: missing
              .filter((one) => one.keyMaterial)
              .map((one) => say(one.name))
              .join(t('common.comma')),
          })}
        </p>
      ) : null}
      {waivable.length === 0 ? null : <p>{t('window.accept.waive')}</p>}
      <ul className="ow-list">
        {waivable.map((material) => (
          <li key={material.key} className="ow-row">
            <Checkbox
              className="ow-grow"
              checked={material.key in days}
              onChange={(event) =>
                setDays(({ [material.key]: _gone, ...rest }) =>
                  event.target.checked
                    ? { ...rest, [material.key]: dayjs().add(5, 'day').format('YYYY-MM-DD') }
                    : rest,
                )
              }
            >
              {say(material.name)}
            </Checkbox>
            {material.key in days ? (
              <DatePicker
                aria-label={t('window.accept.dueDay', { name: say(material.name) })}
                value={dayjs(days[material.key])}
                minDate={dayjs().add(1, 'day')}
                allowClear={false}
                onChange={(day: dayjs.Dayjs | null) =>
                  day !== null &&
                  setDays((before) => ({ ...before, [material.key]: day.format('YYYY-MM-DD') }))
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {waived.length === 0 ? null : (
        <>
          <p className="ow-small">{t('window.accept.promise')}</p>
          <p id="accept-signed-by">{t('window.accept.signedBy')}</p>
          <Radio.Group
            aria-labelledby="accept-signed-by"
            value={signedBy}
            onChange={(event: { target: { value?: unknown } }) =>
              setSignedBy(signers.find((one) => one === event.target.value) ?? 'applicant')
            }
            options={signers.map((one) => ({ value: one, label: t(`commitment.signer.${one}`) }))}
          />
        </>
      )}
    </Modal>
  );
}
