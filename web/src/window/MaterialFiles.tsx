import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangeFiles, removeFile } from '../api/cases.ts';
import type { CaseMaterial, MaterialFile } from '../api/caseTypes.ts';
import type { Text } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatSize } from '../components/formats.ts';
import { useAction } from '../components/useAction.ts';
import type { IntakeDraft } from './useIntakeDraft.ts';

export interface MaterialFilesProps {
  caseId: string;
  material: CaseMaterial;
  /** Names of the materials of the case, by key. */
  names: ReadonlyMap<string, Text>;
  /** May be taken away. */
  editable: boolean;
  /** May be put in order and named. */
  arrangeable: boolean;
  draft: IntakeDraft;
  /** The file that is shown beside the form. */
  shown: string | undefined;
  onShow: (file: MaterialFile) => void;
}

/** The files of a material in their order: look, name, move, take away; what was handed in twice is told. */
export function MaterialFiles(props: MaterialFilesProps) {
  const { caseId, material, names, editable, arrangeable, draft, shown, onShow } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const [renamed, setRenamed] = useState<MaterialFile | null>(null);
  const [name, setName] = useState('');
  const remove = useAction({
    run: (file: MaterialFile) => draft.write(() => removeFile(caseId, material.key, file.id)),
    success: t('window.materials.removed'),
  });
  const arrange = useAction({
    run: (files: { id: string; name: string }[]) =>
      draft.onVersion((version) => arrangeFiles(caseId, material.key, version, files)),
    done: () => setRenamed(null),
  });
  const entries = material.files.map(({ id, name: known }) => ({ id, name: known }));
  const move = (at: number, by: 1 | -1) => {
    const moved = [...entries];
    const [file] = moved.splice(at, 1);
    if (file !== undefined) moved.splice(at + by, 0, file);
    arrange.mutate(moved);
  };
  const askRemove = (file: MaterialFile) =>
    modal.confirm({
      title: t('window.materials.removeTitle', { name: file.name }),
      okText: t('window.materials.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(file).catch(() => undefined),
    });
  return (
    <>
      {material.files.map((file, at) => (
        <div key={file.id} className="ow-file">
          <Button
            type="link"
            className="ow-link"
            aria-pressed={shown === file.id}
            onClick={() => onShow(file)}
          >
            {file.name}
          </Button>
          <span className="ow-small ow-muted">{formatSize(file.size)}</span>
          {arrangeable && material.files.length > 1 ? (
            <>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={t('window.materials.moveUp', { name: file.name })}
                disabled={at === 0 || arrange.isPending}
                onClick={() => move(at, -1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={t('window.materials.moveDown', { name: file.name })}
                disabled={at === material.files.length - 1 || arrange.isPending}
                onClick={() => move(at, 1)}
              />
            </>
          ) : null}
          {arrangeable ? (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined aria-hidden />}
              aria-label={t('window.materials.rename', { name: file.name })}
              onClick={() => {
                setRenamed(file);
                setName(file.name);
              }}
            />
          ) : null}
          {editable ? (
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('window.materials.removeFile', { name: file.name })}
              onClick={() => askRemove(file)}
            />
          ) : null}
          {(file.duplicateOf ?? []).map((other) => (
            <span key={other.fileId} className="ow-light ow-light-yellow ow-small" role="status">
              {t('window.materials.duplicate', {
                name: other.name,
                material: say(names.get(other.materialKey) ?? other.materialKey),
              })}
            </span>
          ))}
        </div>
      ))}
      <Modal
        open={renamed !== null}
        title={t('window.materials.renameTitle')}
        okButtonProps={{ disabled: name.trim() === '', loading: arrange.isPending }}
        onCancel={() => setRenamed(null)}
        onOk={() =>
          arrange.mutate(
            entries.map((entry) => (entry.id === renamed?.id ? { ...entry, name: name.trim() } : entry)),
          )
        }
      >
        <Field id={`rename-${material.key}`} label={t('window.materials.newName')}>
          <Input maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </Modal>
    </>
  );
}
