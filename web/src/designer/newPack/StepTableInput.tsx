import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { TFunction } from 'i18next';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { readStepTable, type StepTable } from '../../api/packs.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { Field } from '../../components/Field.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';

/** Steps pasted from a spreadsheet, and how they are understood. */
export function StepTableInput({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const asked = useDeferredValue(text);
  const read = useQuery({
    queryKey: ['step-table', asked],
    queryFn: () => readStepTable(asked),
    enabled: asked.trim() !== '',
    placeholderData: (before: StepTable | undefined) => before,
  });
  return (
    <div className="ow-start-inner">
      <Field
        id="new-pack-table"
        label={t('designer.new.table.label')}
        required
        hint={t('designer.new.table.hint')}
      >
        <Input.TextArea
          rows={5}
          maxLength={20_000}
          placeholder={t('designer.new.table.example')}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <ProblemAlert error={read.error} />
      {text.trim() === '' || read.data === undefined ? null : <Understood table={read.data} />}
    </div>
  );
}

function Understood({ table }: { table: StepTable }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { rows, problems } = table;
  return (
    <>
      <div role="status">
        {problems.length === 0
          ? t('designer.new.table.understood', { count: rows.length })
          : t('designer.new.table.problems', { count: problems.length })}
      </div>
      {problems.length === 0 ? null : (
        <ul className="ow-error">
          {problems.map(({ rule, line, message }) => (
            <li key={`${rule} ${line ?? ''} ${message.en}`}>
              {line === null ? null : `${t('designer.new.table.line', { line })} `}
              {say(message)}
            </li>
          ))}
        </ul>
      )}
      {rows.length === 0 ? null : (
        <CardTable
          caption={t('designer.new.table.preview')}
          columns={['name', 'role', 'limit', 'fields'].map((column) =>
            t(`designer.new.table.column.${column}`),
          )}
          rows={rows.map(({ line, name, role, limit, fields }) => ({
            key: String(line),
            cells: [
              name,
              t(`designer.new.table.role.${role}`),
              limit === null ? '—' : limitWords(limit, t),
              fields.length === 0 ? '—' : fields.map((field) => field.name).join(t('common.comma')),
            ],
          }))}
        />
      )}
    </>
  );
}

function limitWords(limit: string, t: TFunction): string {
  const [digits = '', unit = ''] = limit.split(' ');
  return unit === ''
    ? t('designer.new.table.unit.immediate')
    : t(`designer.new.table.unit.${unit}`, { count: Number(digits) });
}
