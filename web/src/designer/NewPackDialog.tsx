import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { createPack, type NewPack } from '../api/packs.ts';
import type { PackListItem } from '../api/packTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface NewPackDialogProps {
  /** Packs that may be the template. */
  packs: readonly PackListItem[];
  open: boolean;
  onClose: () => void;
}

/** Begins a new pack as a draft, from the minimal template or from a published pack, and opens it. */
export function NewPackDialog({ packs, open, onClose }: NewPackDialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [packCode, setCode] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [template, setTemplate] = useState('');
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
    make.mutate({
      packCode,
      name: { 'zh-CN': name.trim(), en: nameEn.trim() },
      template: template === '' ? null : template,
    });
  };
  return (
    <Modal
      open={open}
      title={t('designer.new.title')}
      okText={t('designer.new.create')}
      confirmLoading={make.isPending}
      okButtonProps={{ disabled: [packCode, name, nameEn].some((text) => text.trim() === '') }}
      onOk={create}
      onCancel={onClose}
    >
      <p>{t('designer.new.hint')}</p>
      <ProblemAlert error={problem} />
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
      <div className="ow-field">
        <label htmlFor="new-pack-template">{t('designer.new.template')}</label>
        <select id="new-pack-template" value={template} onChange={(event) => setTemplate(event.target.value)}>
          <option value="">{t('designer.new.minimal')}</option>
          {packs.map((pack) => (
            <option key={pack.packCode} value={pack.packCode}>
              {say(pack.name)}
            </option>
          ))}
        </select>
      </div>
    </Modal>
  );
}
