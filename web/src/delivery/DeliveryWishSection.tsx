import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/caseTypes.ts';
import { type DeliveryMethod, wishDelivery } from '../api/delivery.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import type { IntakeDraft } from '../window/useIntakeDraft.ts';
import { DeliveryWishFacts } from './DeliveryWishFacts.tsx';

const methods: DeliveryMethod[] = ['window', 'post', 'electronic'];

/** How the applicant wants to get the decision: asked at intake, changed until it is delivered. */
export function DeliveryWishSection({ view, draft }: { view: CaseView; draft: IntakeDraft }) {
  const { t } = useTranslation();
  const wish = view.delivery ?? null;
  const [method, setMethod] = useState<DeliveryMethod>(wish?.method ?? 'window');
  const [address, setAddress] = useState(wish?.address ?? wish?.electronicAddress ?? '');
  const [consent, setConsent] = useState(wish?.consent !== undefined);
  const save = useAction({
    run: (body: { method: DeliveryMethod; address?: string; consent?: boolean }) =>
      draft.write(() => wishDelivery(view.id, body)),
    success: t('delivery.wish.saved'),
    failed: () => undefined,
  });
  const open = ['draft', 'received', 'supplementing', 'accepted', 'decided'].includes(view.state);
  if (!open || view.actions.includes('takeOver')) return <DeliveryWishFacts wish={wish} />;
  const complete = method === 'window' || (address.trim() !== '' && (method !== 'electronic' || consent));
  return (
    <>
      <ProblemAlert error={save.error} />
      <Radio.Group
        aria-label={t('delivery.wish.title')}
        value={method}
        onChange={(event: { target: { value?: unknown } }) =>
          setMethod(methods.find((one) => one === event.target.value) ?? 'window')
        }
        options={methods.map((one) => ({ value: one, label: t(`delivery.method.${one}`) }))}
        style={{ marginBottom: 12 }}
      />
      {method === 'window' ? null : (
        <Field id="delivery-address" label={t(`delivery.wish.addressOf.${method}`)} required>
          <Input maxLength={200} value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
      )}
      {method === 'electronic' ? (
        <div style={{ marginBottom: 12 }}>
          <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
            {t('delivery.wish.agree')}
          </Checkbox>
        </div>
      ) : null}
      <Button
        disabled={!complete}
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            method,
            ...(method === 'window' ? {} : { address: address.trim() }),
            ...(method === 'electronic' ? { consent } : {}),
          })
        }
      >
        {t('delivery.wish.save')}
      </Button>
    </>
  );
}
