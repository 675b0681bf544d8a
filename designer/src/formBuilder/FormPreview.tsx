import { findUnsafe } from '@onewindow/forms';
import { type FormDefinition, FormView, type FormViewHandle } from '@onewindow/forms/browser';
import { Alert, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { inOneLine } from '../i18n/punctuate.ts';
import type { Locale } from '../model/packFiles.ts';
import { useFormEditing } from './FormEditing.ts';
import { formTexts } from './formTexts.ts';

type As = 'applicant' | 'clerk' | 'reviewer';

/** The form as those who meet it see it, to be tried out: filled in on a phone or at the window, read afterwards. */
export function FormPreview() {
  const { locale } = useDesigning();
  const { form, text } = useFormEditing();
  const texts = formTexts[locale];
  const [as, setAs] = useState<As>('clerk');
  const [language, setLanguage] = useState<Locale>(locale);
  const [data, setData] = useState<Readonly<Record<string, unknown>>>({});
  const [fine, setFine] = useState(false);
  const view = useRef<FormViewHandle>(null);
  const unsafe = findUnsafe(form);
  if (unsafe.length > 0) {
    const words = inOneLine(
      locale,
      unsafe.map((finding) => (locale === 'en' ? finding.en : finding.zh)),
    );
    return <Alert type="error" showIcon title={texts.unsafe} description={words} />;
  }
  return (
    <div className="owd-preview">
      <div className="owd-buttons">
        <Segmented<As>
          aria-label={texts.previewAs}
          value={as}
          onChange={(next) => {
            setData(view.current?.data() ?? data);
            setAs(next);
            setFine(false);
          }}
          options={(['applicant', 'clerk', 'reviewer'] as const).map((value) => ({
            value,
            label: texts.as[value],
          }))}
        />
        <Segmented<Locale>
          aria-label={texts.language}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        {as !== 'reviewer' && (
          <Button onClick={() => setFine((view.current?.validate() ?? []).length === 0)}>
            {texts.tryCheck}
          </Button>
        )}
      </div>
      <p className="owd-help">{texts.previewHelp}</p>
      <p role="status">{fine ? texts.tryFine : ''}</p>
      <div className={as === 'applicant' ? 'owd-paper owd-phone' : 'owd-paper'}>
        <FormView
          key={`${as} ${language} ${text}`}
          ref={view}
          form={form as unknown as FormDefinition}
          data={data}
          mode={as === 'reviewer' ? 'read' : 'edit'}
          locale={language}
          onChange={(filled) => {
            setData(filled);
            setFine(false);
          }}
        />
      </div>
    </div>
  );
}
