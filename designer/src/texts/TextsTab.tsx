import { Button, Input } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { collectTexts, isMissing, type PackText, type TextArea, textAreas } from './collectTexts.ts';
import { setJsonText } from './setJsonText.ts';
import { TextCell } from './TextCell.tsx';
import { textTexts } from './textTexts.ts';
import './texts.css';

/** Rows shown at first, and more each time: forms may have a thousand. */
const PAGE = 100;

/** Every text of the pack in both languages in one table, missing ones first. */
export default function TextsTab() {
  const { editor, files, texts: words, locale } = useDesigning();
  const texts = textTexts[locale];
  const id = useId();
  const [search, setSearch] = useState('');
  const [area, setArea] = useState<TextArea | ''>('');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [most, setMost] = useState(PAGE);
  const all = useMemo(() => collectTexts(files), [files]);
  const missing = all.filter(isMissing);
  // In one order for as long as the filter stays: a row must not jump away when it is written.
  const kept = useRef<{ filter: string; order: ReadonlySet<string> } | null>(null);
  const filter = JSON.stringify([search, area, onlyMissing]);
  if (kept.current?.filter !== filter) kept.current = { filter, order: new Set(missing.map(keyOf)) };
  const { order } = kept.current;
  const wanted = all
    .filter((text) => (area === '' || text.area === area) && (!onlyMissing || order.has(keyOf(text))))
    .filter(({ zh, en, where }) => `${zh} ${en} ${where}`.toLowerCase().includes(search.trim().toLowerCase()))
    .sort((a, b) => Number(order.has(keyOf(b))) - Number(order.has(keyOf(a))));
  const shown = wanted.slice(0, most);
  const write = (text: PackText, language: 'zh-CN' | 'en', value: string) => {
    const { file, path } = text.spots[language];
    if (file.endsWith('.json')) editor.setText(file, setJsonText(files.get(file) ?? '', path, value));
    else editor.setYaml(file, path, value);
  };
  return (
    <div className="owd-main owd-texts">
      <h2>{texts.title}</h2>
      <p className="owd-help">{texts.help}</p>
      <div className="owd-texts-filter">
        <Input
          allowClear
          aria-label={texts.search}
          placeholder={texts.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          aria-label={texts.area}
          value={area}
          onChange={(event) => setArea(event.target.value as TextArea | '')}
        >
          <option value="">{texts.allAreas}</option>
          {textAreas.map((entry) => (
            <option key={entry} value={entry}>
              {texts.areas[entry]}
            </option>
          ))}
        </select>
        <label className="owd-check" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={onlyMissing}
            onChange={(event) => setOnlyMissing(event.target.checked)}
          />
          <span>{texts.onlyMissing(missing.length)}</span>
        </label>
        <span role="status">{texts.shown(shown.length, wanted.length)}</span>
      </div>
      {wanted.length === 0 ? (
        <p>{onlyMissing ? texts.complete : texts.nothing}</p>
      ) : (
        <div className="owd-table-box">
          <table className="owd-table">
            <thead>
              <tr>
                <th scope="col">{texts.where}</th>
                <th scope="col">{words.chinese}</th>
                <th scope="col">{words.english}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((text) => {
                const where = sayWhere(text.where, texts.parts);
                return (
                  <tr key={keyOf(text)}>
                    <th scope="row">
                      <small>{texts.areas[text.area]}</small>
                      {where}
                      {isMissing(text) && <em> {texts.missing}</em>}
                    </th>
                    <td>
                      <TextCell
                        label={sayAbout(locale, where, words.chinese)}
                        value={text.zh}
                        onCommit={(value) => write(text, 'zh-CN', value)}
                      />
                    </td>
                    <td>
                      <TextCell
                        label={sayAbout(locale, where, words.english)}
                        value={text.en}
                        onCommit={(value) => write(text, 'en', value)}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {wanted.length > most && (
        <Button size="small" onClick={() => setMost(most + PAGE)}>
          {texts.more(Math.min(PAGE, wanted.length - most))}
        </Button>
      )}
    </div>
  );
}

/** The way to a text in words; what the pack itself calls a part stays. */
function sayWhere(where: string, parts: Readonly<Record<string, string>>): string {
  return where
    .split(' › ')
    .map((part) => (Object.hasOwn(parts, part) ? parts[part] : part))
    .join(' › ');
}

function keyOf({ spots }: PackText): string {
  return `${spots['zh-CN'].file} ${spots['zh-CN'].path.join('.')}`;
}
