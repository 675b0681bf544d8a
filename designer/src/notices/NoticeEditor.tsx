import { Alert, Button } from 'antd';
import { attribute, inputParameters } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import { aside, sayAbout } from '../i18n/punctuate.ts';
import { toTokens } from '../license/pieces.ts';
import type { Text } from '../model/manifest.ts';
import { yamlProblem } from '../model/manifest.ts';
import { readYamlMap } from '../model/yamlEdit.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { NoticePreview } from './NoticePreview.tsx';
import { noticeTexts } from './noticeTexts.ts';
import { TokenText } from './TokenText.tsx';

const channels = ['inApp', 'sms', 'print'] as const;

interface WrittenNotice {
  readonly title?: Text;
  readonly body?: Text;
  readonly channels?: readonly string[];
}

/** One notice: both languages, how it is sent, who sends it, how it looks. */
export function NoticeEditor({ file, onRemoved }: { readonly file: string; readonly onRemoved: () => void }) {
  const { editor, files, texts: words, locale, readOnly } = useDesigning();
  const texts = noticeTexts[locale];
  const text = files.get(file) ?? '';
  if (yamlProblem(text) !== null) return <Alert type="error" showIcon title={texts.broken} />;
  const notice = readYamlMap(text) as WrittenNotice;
  const sent = notice.channels ?? ['inApp'];
  const key = file.replace(/^notices\//, '').replace(/\.yaml$/, '');
  const users = usersOf(key);
  return (
    <div data-place={file}>
      <div className="owd-row">
        <h2>{toTokens(notice.title?.[locale] ?? '', (name) => texts.placeholders[name] ?? name) || key}</h2>
        <Button
          size="small"
          danger
          disabled={readOnly}
          onClick={() => {
            editor.setText(file, undefined);
            onRemoved();
          }}
        >
          {texts.remove}
        </Button>
      </div>
      <p className="owd-help">
        {users.length === 0
          ? texts.unused
          : sayAbout(locale, texts.usedBy, users.join(locale === 'en' ? ', ' : '、'))}
      </p>
      {(['title', 'body'] as const).map((part) => (
        <div key={part} className="owd-pair">
          {(['zh-CN', 'en'] as const).map((language) => (
            <TokenText
              key={language}
              label={aside(locale, texts[part], language === 'en' ? words.english : words.chinese)}
              value={notice[part]?.[language] ?? ''}
              {...(part === 'body' ? { rows: 7 } : {})}
              onCommit={(value) =>
                notice[part] === undefined
                  ? editor.setYaml(file, [part], { 'zh-CN': value, en: value })
                  : editor.setYaml(file, [part, language], value)
              }
            />
          ))}
        </div>
      ))}
      <fieldset className="owd-checks">
        <legend>{texts.channels}</legend>
        {channels.map((channel) => (
          <CheckInput
            key={channel}
            label={texts.channelNames[channel] ?? channel}
            checked={sent.includes(channel)}
            onChange={(on) => {
              const next = channels.filter((one) => (one === channel ? on : sent.includes(one)));
              if (next.length > 0) editor.setYaml(file, ['channels'], next);
            }}
          />
        ))}
      </fieldset>
      <NoticePreview title={notice.title} body={notice.body} sms={sent.includes('sms')} />
    </div>
  );

  /** Tasks of the process and parts of pack.yaml that send it. */
  function usersOf(name: string): string[] {
    const tasks = editor
      .service('elementRegistry')
      .filter(
        (element) =>
          attribute(element, 'camunda:topic') === 'notify' &&
          inputParameters(element).some(
            (parameter) => parameter.get('name') === 'notice' && parameter.get('value') === name,
          ),
      )
      .map((element) => attribute(element, 'name') || element.id);
    const named = new RegExp(`\\bnotice: *['"]?${name}\\b`).test(files.get('pack.yaml') ?? '');
    return named ? [...tasks, 'pack.yaml'] : tasks;
  }
}
