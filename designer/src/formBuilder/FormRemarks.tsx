import { Button } from 'antd';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { checkForm } from './checkForm.ts';
import { useFormEditing } from './FormEditing.ts';
import { formTexts } from './formTexts.ts';

/** What could be better about a form: missing labels, long ones, texts that are hard to read. */
export function FormRemarks({ onGo }: { readonly onGo: () => void }) {
  const { locale } = useDesigning();
  const { nodes, select } = useFormEditing();
  const texts = formTexts[locale];
  const remarks = checkForm(nodes);
  return (
    <div className="owd-remarks">
      <p role="status">{remarks.length === 0 ? texts.noRemarks : texts.remarks(remarks.length)}</p>
      <ul>
        {remarks.map(({ node, kind, text }, at) => (
          <li key={at}>
            <strong>{texts.checks[kind]}</strong>
            <span>{text.length > 120 ? `${text.slice(0, 120)}…` : text}</span>
            <Button
              size="small"
              aria-label={sayAbout(locale, texts.go, node.label)}
              onClick={() => {
                select(node.path);
                onGo();
              }}
            >
              {texts.go}
            </Button>
          </li>
        ))}
      </ul>
      <p className="owd-help">{texts.readingHelp}</p>
    </div>
  );
}
