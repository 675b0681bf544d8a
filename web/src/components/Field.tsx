import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ControlProps {
  id?: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
  'aria-required'?: boolean;
  status?: '' | 'error';
}

export interface FieldProps {
  id: string;
  label: ReactNode;
  required?: boolean;
  hint?: string;
  error?: string | undefined;
  /** One antd control; it is given the id, the error state and the description. */
  children: ReactElement<ControlProps>;
}

/** Label, control, hint and error of one input, bound to each other for assistive technology. */
export function Field({ id, label, required, hint, error, children }: FieldProps) {
  const { t } = useTranslation();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className="ow-field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="ow-required">{t('common.required')}</span> : null}
      </label>
      {cloneElement(children, {
        id,
        ...(required ? { 'aria-required': true } : {}),
        ...(error === undefined ? {} : { 'aria-invalid': true, status: 'error' as const }),
        ...(described === '' ? {} : { 'aria-describedby': described }),
      })}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="ow-small ow-muted">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div id={`${id}-error`} className="ow-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
