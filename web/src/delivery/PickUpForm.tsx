import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickUp, type Receiver, type ReceiverKind, receiverKinds } from '../api/delivery.ts';
import { Problem } from '../api/problem.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { placeOf } from '../components/placeOf.ts';
import { useAction } from '../components/useAction.ts';

/** Handing over at the window: who came, their identity document as read or typed, compared with the case by the server. */
export function PickUpForm({ task, onDelivered }: { task: TaskView; onDelivered: () => void }) {
  const { t } = useTranslation();
  const { applicant, agent } = task.case;
  const legal = applicant?.kind === 'legal';
  const kinds = receiverKinds.filter(
    (kind) =>
      kind === 'other' ||
      (kind === 'agent' ? Boolean(agent) : kind === (legal ? 'legalRepresentative' : 'applicant')),
  );
  const [kind, setKind] = useState<ReceiverKind>(agent ? 'agent' : (kinds[0] ?? 'other'));
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [authorisation, setAuthorisation] = useState('');
  const hand = useAction({
    run: (receiver: Receiver, key) => pickUp(task.id, receiver, key),
    success: t('delivery.pickUp.done'),
    failed: () => undefined,
    done: onDelivered,
  });
  const errorAt = (place: string) =>
    hand.error instanceof Problem
      ? hand.error.errors.find((error) => placeOf(error) === place)?.message
      : undefined;
  const ready =
    name.trim() !== '' && idNumber.trim() !== '' && (kind !== 'other' || authorisation.trim() !== '');
  return (
    <>
      <p>{t('delivery.pickUp.text')}</p>
      {hand.error === null || errorAt('idNumber') !== undefined ? null : (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert error={hand.error} />
        </div>
      )}
      <Radio.Group
        aria-label={t('delivery.pickUp.who')}
        value={kind}
        onChange={(event: { target: { value?: unknown } }) =>
          setKind(kinds.find((one) => one === event.target.value) ?? 'other')
        }
        options={kinds.map((one) => ({ value: one, label: t(`delivery.receiver.${one}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Field id="pick-up-name" label={t('delivery.pickUp.name')} required>
        <Input
          maxLength={50}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        id="pick-up-number"
        label={t('delivery.pickUp.number')}
        hint={t('delivery.pickUp.numberHint')}
        error={errorAt('idNumber')}
        required
      >
        <Input
          maxLength={40}
          autoComplete="off"
          value={idNumber}
          onChange={(event) => setIdNumber(event.target.value)}
        />
      </Field>
      {kind === 'other' ? (
        <Field
          id="pick-up-authorisation"
          label={t('delivery.pickUp.authorisation')}
          hint={t('delivery.pickUp.authorisationHint')}
          required
        >
          <Input
            maxLength={200}
            value={authorisation}
            onChange={(event) => setAuthorisation(event.target.value)}
          />
        </Field>
      ) : null}
      <Button
        type="primary"
        disabled={!ready}
        loading={hand.isPending}
        onClick={() =>
          hand.mutate({
            kind,
            name: name.trim(),
            idNumber: idNumber.trim(),
            ...(kind === 'other' ? { authorisation: authorisation.trim() } : {}),
          })
        }
      >
        {t('delivery.pickUp.hand')}
      </Button>
    </>
  );
}
