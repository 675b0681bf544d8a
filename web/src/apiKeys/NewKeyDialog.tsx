import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiKey, type ApiRight, apiRights, type NewApiKey, openApiKey } from '../api/apiKeys.ts';
import { findOnlineItems } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Opens a key: for which system, what it may do, for how long and how often. */
export function NewKeyDialog(props: { onCancel: () => void; onDone: (key: ApiKey) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const items = useQuery({ queryKey: ['portal', 'items', ''], queryFn: () => findOnlineItems('') });
  const [wish, setWish] = useState<NewApiKey>({
    name: '',
    owner: '',
    rights: ['intake', 'status'],
    items: [],
    perMinute: 60,
    days: 365,
  });
  const [failure, setFailure] = useState<unknown>(null);
  const change = (part: Partial<NewApiKey>) => setWish({ ...wish, ...part });
  const open = useAction({
    run: (body: NewApiKey, key) => openApiKey(body, key),
    failed: setFailure,
    done: props.onDone,
  });
  const ready = wish.name.trim().length > 1 && wish.owner.trim().length > 1 && wish.rights.length > 0;
  return (
    <Modal
      open
      title={t('apiKeys.add')}
      okText={t('apiKeys.open')}
      okButtonProps={{ disabled: !ready, loading: open.isPending }}
      onOk={() => open.mutate({ ...wish, name: wish.name.trim(), owner: wish.owner.trim() })}
      onCancel={props.onCancel}
    >
      <ProblemAlert error={failure} />
      <div className="ow-stack">
        <Field id="key-name" label={t('apiKeys.name')} required hint={t('apiKeys.nameHint')}>
          <Input
            maxLength={100}
            value={wish.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field id="key-owner" label={t('apiKeys.owner')} required>
          <Input
            maxLength={100}
            value={wish.owner}
            onChange={(event) => change({ owner: event.target.value })}
          />
        </Field>
        <fieldset className="ow-portal-fieldset">
          <legend>{t('apiKeys.rights')}</legend>
          <Checkbox.Group
            value={wish.rights}
            onChange={(rights) => change({ rights: rights as ApiRight[] })}
            options={apiRights.map((right) => ({ value: right, label: t(`apiKeys.right.${right}`) }))}
          />
        </fieldset>
        <Field id="key-items" label={t('apiKeys.items')} hint={t('apiKeys.itemsHint')}>
          <Select
            mode="multiple"
            loading={items.isPending}
            optionFilterProp="label"
            value={wish.items}
            onChange={(chosen: string[]) => change({ items: chosen })}
            options={(items.data?.items ?? []).map(({ packCode, name }) => ({
              value: packCode,
              label: say(name),
            }))}
          />
        </Field>
        <Field id="key-days" label={t('apiKeys.days')} required>
          <InputNumber
            min={1}
            max={730}
            value={wish.days}
            onChange={(days) => change({ days: days ?? 365 })}
          />
        </Field>
        <Field id="key-rate" label={t('apiKeys.rate')} required>
          <InputNumber
            min={1}
            max={6000}
            value={wish.perMinute}
            onChange={(perMinute) => change({ perMinute: perMinute ?? 60 })}
          />
        </Field>
      </div>
    </Modal>
  );
}
