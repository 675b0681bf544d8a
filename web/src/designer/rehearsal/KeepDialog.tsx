import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepAsScenario } from '../../api/rehearsals.ts';
import { Field } from '../../components/Field.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';

const keyShape = /^[a-z][a-z0-9-]{0,39}$/;

/** Names the scenario that a rehearsal becomes; its text goes into the draft. */
export function KeepDialog({
  rehearsalId,
  taken,
  onKept,
  onCancel,
}: {
  rehearsalId: string;
  /** Paths of the files that the draft has. */
  taken: ReadonlySet<string>;
  onKept: (path: string, text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const path = `scenarios/${key}.yaml`;
  const wrong =
    key !== '' && !keyShape.test(key)
      ? t('rehearsal.keep.keyShape')
      : taken.has(path) || key === 'given'
        ? t('rehearsal.keep.taken')
        : undefined;
  const keep = useAction({
    run: (_: undefined) => keepAsScenario(rehearsalId, { 'zh-CN': name.trim(), en: nameEn.trim() }),
    done: ({ text }) => onKept(path, text),
    failed: setProblem,
  });
  const ready = keyShape.test(key) && wrong === undefined && name.trim() !== '' && nameEn.trim() !== '';
  return (
    <Modal
      open
      title={t('rehearsal.keep.title')}
      okText={t('rehearsal.keep.go')}
      okButtonProps={{ disabled: !ready, loading: keep.isPending }}
      onOk={() => keep.mutate(undefined)}
      onCancel={onCancel}
    >
      <p>{t('rehearsal.keep.text')}</p>
      <Alert type="warning" showIcon title={t('rehearsal.keep.noRealPeople')} style={{ marginBottom: 12 }} />
      <ProblemAlert error={problem} />
      <Field
        id="keep-key"
        label={t('rehearsal.keep.key')}
        hint={t('rehearsal.keep.keyHint')}
        required
        error={wrong}
      >
        <Input
          maxLength={40}
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </Field>
      <Field id="keep-name" label={t('rehearsal.keep.name')} required>
        <Input maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field id="keep-name-en" label={t('rehearsal.keep.nameEn')} required>
        <Input maxLength={200} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />
      </Field>
    </Modal>
  );
}
