import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { writeForm } from './formText.ts';
import { formTexts } from './formTexts.ts';

interface NewFormDialogProps {
  readonly onCreated: (path: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a new form and puts it into the pack, empty. */
export function NewFormDialog({ onCreated, onClose }: NewFormDialogProps) {
  const { editor, files, locale } = useDesigning();
  const texts = formTexts[locale];
  const id = useId();
  const [title, setTitle] = useState('');
  const [english, setEnglish] = useState('');
  const [name, setName] = useState('');
  const path = `forms/${name}.json`;
  const bad = name !== '' && !/^[a-z][a-z0-9-]{0,60}$/.test(name);
  const taken = files.has(path);
  const create = () => {
    const properties = english.trim() === '' ? {} : { properties: { en: english.trim() } };
    editor.setText(
      path,
      writeForm({ title: title.trim(), display: 'form', type: 'form', ...properties, components: [] }),
    );
    onCreated(path);
  };
  const ready = title.trim() !== '' && name !== '' && !bad && !taken;
  return (
    <Modal
      open
      title={texts.newForm}
      okText={texts.create}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={create}
      onCancel={onClose}
    >
      <div className="owd-field">
        <label htmlFor={`${id}-title`}>{texts.newFormTitle}</label>
        <Input
          id={`${id}-title`}
          value={title}
          maxLength={100}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="owd-field">
        <label htmlFor={`${id}-en`}>{texts.newFormTitleEn}</label>
        <Input
          id={`${id}-en`}
          value={english}
          maxLength={200}
          onChange={(event) => setEnglish(event.target.value)}
        />
      </div>
      <div className="owd-field">
        <label htmlFor={`${id}-file`}>{texts.newFormFile}</label>
        <Input
          id={`${id}-file`}
          value={name}
          status={bad || taken ? 'error' : ''}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => ready && create()}
        />
        <p id={`${id}-problem`} role="alert" className="owd-help">
          {bad ? texts.fileBad : taken ? texts.fileTaken : ''}
        </p>
      </div>
    </Modal>
  );
}
