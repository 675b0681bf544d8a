import './provideGlobal.ts';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { FieldProblem, FormData, FormDefinition, Locale } from '../model/formDefinition.ts';
import { checkSubmission } from '../validate/validateSubmission.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormSummary } from './FormSummary.tsx';
import type { FormHost } from './fileHost.ts';
import type { FieldNote } from './markNotes.ts';
import { focusField, type ShownProblem } from './markProblems.ts';
import { useWebform } from './useWebform.ts';
import { viewTexts } from './viewTexts.ts';
import './formView.css';

/** What a page may ask of a shown form. */
export interface FormViewHandle {
  /** What the user has filled in now (not debounced). */
  data(): FormData;
  /** Puts values into fields, such as what is known about the applicant; the rest stays. */
  fill(values: FormData): void;
  /** Puts values into fields whatever stands there. */
  set(values: FormData): void;
  /** Checks as at submit, shows what is wrong at the fields and in the summary; empty: nothing wrong. */
  validate(): FieldProblem[];
  /** Puts the keyboard focus into the field of that path. */
  focus(path: string): void;
}

/** Without `upload` of the host its file fields cannot take files. */
export interface FormViewProps extends FormHost {
  readonly form: FormDefinition;
  /** What is filled in at first. Other data is taken over until the user edits; after that only with another `key`. */
  readonly data: FormData;
  readonly mode?: 'edit' | 'read';
  readonly locale?: Locale;
  /** Credit codes that were compared with the original: their check character may fail. */
  readonly confirmedCodes?: readonly string[];
  /** Problems from the server, shown at their fields until the field is right. */
  readonly errors?: readonly ShownProblem[];
  /** Remarks at fields, such as where a value came from. */
  readonly notes?: readonly FieldNote[];
  /** Called 300 ms after the last change by the user. */
  readonly onChange?: (data: FormData) => void;
  /** Called on Ctrl+Enter with checked data. */
  readonly onSubmit?: (data: FormData) => void;
  readonly ref?: Ref<FormViewHandle>;
}

/** A form of a pack, to fill in or to read. */
export function FormView(props: FormViewProps) {
  if (props.mode === 'read') {
    return (
      <FormSummary
        form={props.form}
        data={props.data}
        locale={props.locale ?? 'zh-CN'}
        fileAddress={props.fileAddress}
        openFile={props.openFile}
      />
    );
  }
  return <FormEditor {...props} />;
}

const none: readonly ShownProblem[] = [];
const noNotes: readonly FieldNote[] = [];

function FormEditor({
  form,
  data,
  locale = 'zh-CN',
  errors = none,
  notes = noNotes,
  confirmedCodes = [],
  ref,
  onSubmit,
  ...host
}: FormViewProps) {
  const texts = viewTexts[locale];
  const prefix = useId();
  const place = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<readonly ShownProblem[]>(errors);
  const check = (filled: FormData): FieldProblem[] =>
    checkSubmission({ form, data: filled, mode: 'submit', locale, confirmedCodes }).errors;
  const webform = useWebform({
    place,
    form,
    data,
    locale,
    problems,
    notes,
    prefix,
    host,
    // What was shown goes as soon as the field is right; nothing new appears while the user is still typing. What only
    // the server can tell goes with the first change of its field.
    onEdit: (filled, changed) => {
      setProblems((shown) => {
        if (shown.length === 0) return shown;
        const now = check(filled);
        const left = shown.flatMap((old) => {
          if (old.path !== changed) return [old];
          return now.filter((problem) => problem.path === old.path).slice(0, 1);
        });
        return left;
      });
    },
  });
  useEffect(() => {
    setProblems(errors);
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);

  const validate = (): FieldProblem[] => {
    const found = check(webform.read());
    setProblems(found);
    if (found.length > 0) requestAnimationFrame(() => summary.current?.focus());
    return found;
  };
  useImperativeHandle(ref, () => ({
    data: webform.read,
    fill: webform.fill,
    set: webform.set,
    validate,
    focus: (path) => void (webform.current() && focusField(webform.current() as never, path)),
  }));
  const submitOnKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || onSubmit === undefined) return;
    event.preventDefault();
    if (validate().length === 0) onSubmit(webform.read());
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut beside the page's own button
    <div className="ow-form" lang={locale} onKeyDown={submitOnKey}>
      <ErrorSummary
        ref={summary}
        title={texts.summary(problems.length)}
        problems={problems}
        onGo={(path) => void (webform.current() && focusField(webform.current() as never, path))}
      />
      {webform.state === 'loading' && <p role="status">{texts.loading}</p>}
      {webform.state === 'failed' && <p role="alert">{texts.failed}</p>}
      {/* Until it has its data nobody can fill it in: what was typed before would be overwritten by them. */}
      <div
        ref={place}
        className="ow-form-fields"
        style={webform.state === 'ready' ? undefined : { visibility: 'hidden' }}
      />
    </div>
  );
}
