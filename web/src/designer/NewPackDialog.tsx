import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createPack, type NewPack } from '../api/packs.ts';
import type { PackListItem } from '../api/packTypes.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { type Start, StartChoice, startBody } from './newPack/StartChoice.tsx';

export interface NewPackDialogProps {
  /** Packs that may be the template. */
  packs: readonly PackListItem[];
  open: boolean;
  onClose: () => void;
}

/** Begins a new pack as a draft, from a starting point, a published pack or a table of steps, and opens it. */
export function NewPackDialog({ packs, open, onClose }: NewPackDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [packCode, setCode] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [start, setStart] = useState<Start>({ kind: 'gallery', key: 'simple' });
  const [problem, setProblem] = useState<unknown>(null);
  const make = useAction({
    run: (body: NewPack, key) => createPack(body, key),
    done: async () => {
      await navigate(`/designer/${packCode}`);
    },
    failed: setProblem,
  });
  const create = () => {
    setProblem(null);
    make.mutate({ packCode, name: { 'zh-CN': name.trim(), en: nameEn.trim() }, ...startBody(start) });
  };
  const complete =
    [packCode, name, nameEn].every((text) => text.trim() !== '') && Object.keys(startBody(start)).length > 0;
  return (
    <Modal
      open={open}
      width={960}
      title={t('designer.new.title')}
      okText={t('designer.new.create')}
      confirmLoading={make.isPending}
      okButtonProps={{ disabled: !complete }}
      onOk={create}
      onCancel={onClose}
    >
      <p>{t('designer.new.hint')}</p>
      <ProblemAlert error={problem} />
      <div className="ow-new-names">
        <Field id="new-pack-code" label={t('designer.new.code')} required hint={t('designer.new.codeHint')}>
          <Input
            maxLength={64}
            autoComplete="off"
            value={packCode}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        <Field id="new-pack-name" label={t('designer.new.name')} required>
          <Input maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field id="new-pack-name-en" label={t('designer.new.nameEn')} required>
          <Input maxLength={200} value={nameEn} onChange={(event) => setNameEn(event.target.value)} />
        </Field>
      </div>
      <StartChoice packs={packs} start={start} onChange={setStart} />
    </Modal>
  );
}
