import { findUnsafe } from '@onewindow/forms';
import { type FormDefinition, FormView } from '@onewindow/forms/browser';
import { Alert } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { inOneLine } from '../i18n/punctuate.ts';
import { useFormEditing } from './FormEditing.ts';
import { isJson, type Json } from './formOutline.ts';
import { formTexts } from './formTexts.ts';

/** Components beyond which only the section of the chosen field is drawn beside the outline. */
const MOST = 60;
const PAUSE_MILLISECONDS = 400;

/** The form as it looks now, drawn a moment after the last edit so that typing is never held up. */
export function LivePreview() {
  const { locale } = useDesigning();
  const { form, nodes, selected } = useFormEditing();
  const texts = formTexts[locale];
  const large = nodes.length > MOST;
  const top = selected === null ? 0 : Number(selected.path[1]);
  const wanted = useMemo(() => (large ? onlyTop(form, top) : form), [form, large, top]);
  const [shown, setShown] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setShown(wanted), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const unsafe = useMemo(() => findUnsafe(shown), [shown]);
  // Conditions about fields of other sections are no fault of the one that is shown.
  const faults = large ? unsafe.filter(({ code }) => code !== 'badCondition') : unsafe;
  if (faults.length > 0) {
    const words = inOneLine(
      locale,
      faults.map((finding) => (locale === 'en' ? finding.en : finding.zh)),
    );
    return <Alert type="error" showIcon title={texts.unsafe} description={words} />;
  }
  return (
    <>
      {large && <p className="owd-help">{texts.previewLarge}</p>}
      {nodes.length === 0 ? (
        <p className="owd-help">{texts.emptyForm}</p>
      ) : (
        <FormView
          key={JSON.stringify(shown)}
          form={shown as unknown as FormDefinition}
          data={{}}
          locale={locale}
        />
      )}
    </>
  );
}

function onlyTop(form: Json, at: number): Json {
  const components = Array.isArray(form['components']) ? form['components'] : [];
  const one: unknown = components[at];
  return isJson(one) ? { ...form, components: [one] } : { ...form, components: components.slice(0, 1) };
}
