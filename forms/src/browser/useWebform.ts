import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FormData, FormDefinition, Locale } from '../model/formDefinition.ts';
import type { FormHost } from './fileHost.ts';
import { createForm, type Webform } from './loadFormio.ts';
import { type FieldNote, markNotes } from './markNotes.ts';
import { markProblems, type ShownProblem } from './markProblems.ts';
import { prepareForm } from './prepareForm.ts';
import { pruneEmpty } from './pruneEmpty.ts';

interface Webforming {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly locale: Locale;
  readonly problems: readonly ShownProblem[];
  readonly notes: readonly FieldNote[];
  readonly prefix: string;
  readonly host: FormHost & { readonly onChange?: (data: FormData) => void };
  /** After each change by the user: all data, and the path of the field that changed. */
  readonly onEdit: (data: FormData, changed: string) => void;
}

interface Editing {
  readonly state: 'loading' | 'ready' | 'failed';
  read(): FormData;
  /** Puts values into fields that are blank, as if the form had begun with them; what the user has typed stays. */
  fill(values: FormData): void;
  /** Puts values into fields whatever stands there: what was answered elsewhere on the page. */
  set(values: FormData): void;
  current(): Webform | undefined;
}

const DEBOUNCE_MILLISECONDS = 300;

/** Holds one Form.io form in an element for as long as form and language stay the same. */
export function useWebform(input: Webforming): Editing {
  const { place, form, locale, data } = input;
  const latest = useRef(input);
  latest.current = input;
  const webform = useRef<Webform>(undefined);
  const filled = useRef<FormData>(data);
  const edited = useRef(false);
  const [state, setState] = useState<Editing['state']>('loading');
  // Form.io tells its changes with a delay: who reads right after a key must get that key as well.
  const read = () =>
    webform.current === undefined ? filled.current : pruneEmpty(webform.current.submission.data);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const inner = document.createElement('div');
    element.replaceChildren(inner);
    setState('loading');
    const mark = () => {
      if (webform.current === undefined) return;
      markProblems(webform.current, latest.current.problems, latest.current.prefix);
      markNotes(webform.current, latest.current.notes, latest.current.prefix);
    };
    // Form.io draws a field anew when rows or conditions change; what is wrong with it must not be lost.
    const observer = new MutationObserver(mark);
    const send = () => {
      timer = undefined;
      latest.current.host.onChange?.(filled.current);
    };
    // Whoever keeps the data must have the last change before the page goes; they may listen for the same event, so first.
    const sendNow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      send();
    };
    window.addEventListener('pagehide', sendNow, { capture: true });
    const onChange = (...parameters: readonly unknown[]) => {
      const [, , modified] = parameters;
      if (gone || webform.current === undefined) return;
      filled.current = pruneEmpty(webform.current.submission.data);
      if (modified !== true) return;
      edited.current = true;
      const changed =
        (parameters[0] as { changed?: { instance?: { path?: string } } }).changed?.instance?.path ?? '';
      latest.current.onEdit(filled.current, changed);
      clearTimeout(timer);
      timer = setTimeout(send, DEBOUNCE_MILLISECONDS);
    };
    const host = {
      upload: latest.current.host.upload,
      fileAddress: latest.current.host.fileAddress,
      openFile: latest.current.host.openFile,
      findLicenses: latest.current.host.findLicenses,
    };
    createForm(inner, prepareForm(form, locale), { language: locale, onewindow: host })
      .then(async (created) => {
        if (gone) return created.destroy(true);
        await created.setSubmission({ data: structuredClone(filled.current) }, { fromSubmission: true });
        webform.current = created;
        created.on('change', onChange);
        observer.observe(inner, { childList: true, subtree: true });
        mark();
        setState('ready');
      })
      .catch((problem: unknown) => {
        console.error(problem);
        if (!gone) setState('failed');
      });
    return () => {
      gone = true;
      observer.disconnect();
      window.removeEventListener('pagehide', sendNow, { capture: true });
      sendNow();
      webform.current?.destroy(true);
      webform.current = undefined;
      element.replaceChildren();
    };
  }, [place, form, locale]);

  // An echo of what the user typed a moment ago must not overwrite what is typed now: once edited, the form is the user's.
  useEffect(() => {
    if (edited.current || JSON.stringify(pruneEmpty(data)) === JSON.stringify(pruneEmpty(filled.current)))
      return;
    filled.current = data;
    void webform.current?.setSubmission({ data: structuredClone(data) }, { fromSubmission: true });
  }, [data]);

  // A form that has just been drawn is marked as well.
  useEffect(() => {
    if (webform.current === undefined) return;
    markProblems(webform.current, input.problems, input.prefix);
    markNotes(webform.current, input.notes, input.prefix);
  }, [input.problems, input.notes, input.prefix, state]);

  // Field by field: to set the whole submission takes a moment, and what is typed in that moment would be lost.
  const fill = (values: FormData) => {
    const before = read();
    set(Object.fromEntries(Object.entries(values).filter(([key]) => isBlank(before[key]))));
  };
  const set = (values: FormData) => {
    filled.current = { ...read(), ...values };
    for (const [key, value] of Object.entries(values))
      webform.current?.getComponent(key)?.setValue(structuredClone(value));
  };

  return { state, read, fill, set, current: () => webform.current };
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
