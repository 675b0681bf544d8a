import { CheckCircleFilled, IdcardOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import {
  confirmPerson,
  type ManualReason,
  manualReasons,
  matchPerson,
  type PersonAtWindow,
  recordConsent,
} from '../api/identification.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import type { CardReading } from '../devices/deviceBridge.ts';
import { DeviceError } from '../devices/deviceBridge.ts';
import { useDevices, useDeviceWords } from '../devices/useDevices.ts';
import type { IntakeDraft } from '../window/useIntakeDraft.ts';

/**
 * Recognises the person at the window 人证合一: by comparing their face with the photograph on the card, if they agree to
 * that, or by the clerk's own eyes. Both count the same.
 */
export function IdentitySection({ view, draft }: { view: CaseView; draft: IntakeDraft }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { bridge, settings } = useDevices();
  const deviceWords = useDeviceWords();
  const [asking, setAsking] = useState(false);
  const [manual, setManual] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const people = peopleOf(view);
  const [chosen, setChosen] = useState<PersonAtWindow>();
  const known = view.identification ?? undefined;
  const person = chosen ?? known?.person ?? people[0];
  const write = <T,>(work: () => Promise<T>) => draft.write(async () => work());

  const compare = useAction({
    run: async (who: PersonAtWindow, key) => {
      setFailure(null);
      const card: CardReading = await bridge.readCard();
      if (card.photo === undefined) throw new DeviceError('cardReader', 'failed');
      const live = await bridge.photograph();
      const pictures = { card: card.photo.data, live: live.data };
      return write(() => matchPerson(view.id, { person: who, cardNumber: card.number, ...pictures }, key));
    },
    failed: setFailure,
  });
  const consent = useAction({
    run: async (given: boolean, key) => {
      setFailure(null);
      await draft.flush();
      return write(() => recordConsent(view.id, { person, given }, key));
    },
    done: (_view, given) => {
      setAsking(false);
      if (!given) setManual(true);
      else if (person !== undefined) compare.mutate(person);
    },
    failed: (error) => {
      setAsking(false);
      setFailure(error);
    },
  });
  if (person === undefined) return null;
  const current = known?.person === person ? known : undefined;
  const start = () => {
    if (current?.consent?.given === true) compare.mutate(person);
    else setAsking(true);
  };
  const words = deviceWords(failure);
  return (
    <section aria-label={t('identification.title')} className="ow-identity">
      <div className="ow-row">
        <IdcardOutlined aria-hidden />
        <strong>{t('identification.title')}</strong>
        {people.length > 1 ? (
          <Radio.Group
            size="small"
            aria-label={t('identification.who')}
            value={person}
            onChange={(event: { target: { value?: unknown } }) =>
              setChosen(event.target.value as PersonAtWindow)
            }
            options={people.map((value) => ({ value, label: t(`identification.person.${value}`) }))}
          />
        ) : (
          <span>{t(`identification.person.${person}`)}</span>
        )}
        {settings?.matching === true ? (
          <Button loading={compare.isPending} onClick={start}>
            {t('identification.compare')}
          </Button>
        ) : null}
        <Button onClick={() => setManual(true)}>{t('identification.byHand')}</Button>
      </div>
      <div role="status">
        {current?.match ? (
          <p className={current.match.passed ? 'ow-light ow-light-green' : 'ow-light ow-light-yellow'}>
            {current.match.passed ? <CheckCircleFilled aria-hidden /> : null}{' '}
            {t(current.match.passed ? 'identification.passed' : 'identification.failed', {
              score: current.match.score.toFixed(2),
              threshold: current.match.threshold.toFixed(2),
            })}
          </p>
        ) : null}
        {current?.manual ? (
          <p className="ow-light ow-light-green">
            <CheckCircleFilled aria-hidden />{' '}
            {t('identification.confirmed', {
              by: current.manual.by,
              at: formatInstant(current.manual.at, language),
              reason: t(`identification.reason.${current.manual.reason}`),
            })}
          </p>
        ) : null}
      </div>
      {words === undefined ? (
        <ProblemAlert error={failure} />
      ) : (
        <Alert type="warning" showIcon title={words} />
      )}
      <Modal
        open={asking}
        title={t('identification.consentTitle')}
        onCancel={() => setAsking(false)}
        footer={[
          <Button key="no" disabled={consent.isPending} onClick={() => consent.mutate(false)}>
            {t('identification.refuse')}
          </Button>,
          <Button key="yes" type="primary" loading={consent.isPending} onClick={() => consent.mutate(true)}>
            {t('identification.agree')}
          </Button>,
        ]}
      >
        <p>{t('identification.consentText')}</p>
        <p>{t('identification.consentEqual')}</p>
      </Modal>
      {manual ? (
        <ManualDialog
          reasons={fittingReasons(current, settings?.matching === true)}
          onCancel={() => setManual(false)}
          onDone={async (body, key) => {
            await draft.flush();
            await write(() => confirmPerson(view.id, { person, ...body }, key));
            setFailure(null);
            setManual(false);
          }}
        />
      ) : null}
    </section>
  );
}

/** Who may stand at the window for this case, as far as it names them. */
function peopleOf({ applicant, agent }: CaseView): PersonAtWindow[] {
  return [
    ...(agent ? (['agent'] as const) : []),
    ...(applicant?.idNumber
      ? applicant.kind === 'natural'
        ? (['applicant'] as const)
        : (['legalRepresentative'] as const)
      : []),
  ];
}

function fittingReasons(known: CaseView['identification'] | undefined, matching: boolean): ManualReason[] {
  return manualReasons.filter(
    (reason) =>
      (reason !== 'belowThreshold' || known?.match?.passed === false) &&
      (reason !== 'consentRefused' || known?.consent?.given !== true) &&
      (reason !== 'noService' || !matching || known?.consent?.given === true),
  );
}

function ManualDialog({
  reasons,
  onCancel,
  onDone,
}: {
  reasons: ManualReason[];
  onCancel: () => void;
  onDone: (body: { reason: ManualReason; note?: string }, key: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(reasons[0]);
  const [note, setNote] = useState('');
  const confirm = useAction({
    run: (body: { reason: ManualReason; note?: string }, key) => onDone(body, key),
    success: t('identification.recorded'),
  });
  return (
    <Modal
      open
      title={t('identification.byHand')}
      okText={t('identification.confirm')}
      okButtonProps={{ disabled: reason === undefined, loading: confirm.isPending }}
      onCancel={onCancel}
      onOk={() =>
        reason !== undefined &&
        confirm.mutate({ reason, ...(note.trim() === '' ? {} : { note: note.trim() }) })
      }
    >
      <p>{t('identification.manualText')}</p>
      <Radio.Group
        aria-label={t('identification.why')}
        value={reason}
        onChange={(event: { target: { value?: unknown } }) => setReason(event.target.value as ManualReason)}
        options={reasons.map((value) => ({ value, label: t(`identification.reason.${value}`) }))}
        style={{ display: 'grid', gap: 4, marginBottom: 12 }}
      />
      <Field id="identification-note" label={t('identification.note')}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
