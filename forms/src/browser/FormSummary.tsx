import { localiseForm } from '../localise/localiseForm.ts';
import {
  type FileReference,
  type FormData,
  type FormDefinition,
  isObject,
  type Locale,
} from '../model/formDefinition.ts';
import { type Field, fieldsInScope, readFields } from '../model/readFields.ts';
import { readLabel } from '../model/readLabels.ts';
import { renderValue } from '../model/renderSummary.ts';
import { dropHidden } from '../validate/dropHidden.ts';
import type { FileHost } from './fileHost.ts';
import { viewTexts } from './viewTexts.ts';
import './formView.css';

interface FormSummaryProps {
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly locale: Locale;
  readonly fileAddress?: FileHost['fileAddress'] | undefined;
  readonly openFile?: FileHost['openFile'] | undefined;
}

interface Section extends Omit<FormSummaryProps, 'form' | 'data'> {
  readonly fields: readonly Field[];
  readonly data: unknown;
  readonly hidden: ReadonlySet<string>;
}

/** A submission to be read: panels as sections, fields as term and description, rows as a table. */
export function FormSummary({ form, data, locale, fileAddress, openFile }: FormSummaryProps) {
  const hidden = dropHidden(form, structuredClone(data));
  const section = { data, locale, fileAddress, openFile, hidden };
  return (
    <div className="ow-form ow-read" lang={locale}>
      <Fields fields={readFields(localiseForm(form, 'zh-CN'))} {...section} />
    </div>
  );
}

function Fields({ fields, ...section }: Section) {
  const plain = fields.filter((field) => field.kind === 'value' && !section.hidden.has(field.key));
  return (
    <>
      {plain.length > 0 && (
        <dl>
          {plain.map((field) => (
            <Value key={field.key} field={field} {...section} />
          ))}
        </dl>
      )}
      {fields
        .filter((field) => field.kind !== 'value' && field.kind !== 'static')
        .map((field) => (
          <Group key={field.key} field={field} {...section} />
        ))}
    </>
  );
}

function Group({ field, ...section }: Omit<Section, 'fields'> & { readonly field: Field }) {
  const value = isObject(section.data) ? section.data[field.key] : undefined;
  const title = readLabel(field.component)[section.locale];
  const named = field.type === 'panel' || field.type === 'fieldset' || field.kind !== 'layout';
  if (field.kind === 'rows')
    return <Rows field={field} title={title} rows={Array.isArray(value) ? value : []} {...section} />;
  const inner = field.kind === 'group' ? value : section.data;
  const content = <Fields {...section} fields={field.children} data={inner} />;
  if (!named || title === field.key) return content;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {content}
    </section>
  );
}

function Value({ field, ...section }: Omit<Section, 'fields'> & { readonly field: Field }) {
  return (
    <div>
      <dt>{readLabel(field.component)[section.locale]}</dt>
      <dd>
        <Content field={field} {...section} />
      </dd>
    </div>
  );
}

function Content({
  field,
  data,
  locale,
  fileAddress,
  openFile,
}: Omit<Section, 'fields' | 'hidden'> & { readonly field: Field }) {
  const value = isObject(data) ? data[field.key] : undefined;
  if (field.type === 'file' && Array.isArray(value) && fileAddress !== undefined) {
    return (value as FileReference[]).map((file) => (
      <SentFile key={file.id} file={file} address={fileAddress(file)} openFile={openFile} />
    ));
  }
  const text = renderValue(field, value, locale);
  return text === '' ? <span className="ow-empty">{viewTexts[locale].empty}</span> : text;
}

function SentFile({
  file,
  address,
  openFile,
}: {
  readonly file: FileReference;
  readonly address: string;
  readonly openFile: FileHost['openFile'] | undefined;
}) {
  const content = (
    <>
      {file.mediaType.startsWith('image/') && (
        <img src={address} alt="" className="ow-thumb" loading="lazy" />
      )}
      <span>{file.name}</span>
    </>
  );
  if (openFile === undefined)
    return (
      <a className="ow-file-open" href={address} download={file.name}>
        {content}
      </a>
    );
  return (
    <button type="button" className="ow-file-open" onClick={() => openFile(file)}>
      {content}
    </button>
  );
}

function Rows({
  field,
  title,
  rows,
  ...section
}: Omit<Section, 'fields'> & { field: Field; title: string; rows: readonly unknown[] }) {
  const columns = fieldsInScope(field.children);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="ow-empty">{viewTexts[section.locale].empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <div className="ow-scroll" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{viewTexts[section.locale].row}</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {readLabel(column.component)[section.locale]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  <td>{at + 1}</td>
                  {columns.map((column) => (
                    <td key={column.key}>
                      <Content
                        field={column}
                        data={row}
                        locale={section.locale}
                        fileAddress={section.fileAddress}
                        openFile={section.openFile}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
