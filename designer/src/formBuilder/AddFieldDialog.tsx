import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { useFormEditing } from './FormEditing.ts';
import { type FieldKind, listKinds } from './fieldKinds.ts';
import { isJson, keysOf, listNodes, withFreeKeys } from './formOutline.ts';
import { insertInForm, type JsonPath } from './formText.ts';
import { formTexts } from './formTexts.ts';

type Area = FieldKind['area'] | 'pack';
interface Offer extends Omit<FieldKind, 'area'> {
  readonly area: Area;
}

const areas: readonly Area[] = ['basic', 'choice', 'trade', 'group', 'layout', 'pack'];

/** Chooses what to put into the form, and where; sections of the pack's other forms are offered as copies. */
export function AddFieldDialog({ onClose }: { readonly onClose: () => void }) {
  const { files, locale, departments } = useDesigning();
  const { path, text, form, nodes, selected, isIntake, select, write } = useFormEditing();
  const texts = formTexts[locale];
  const [search, setSearch] = useState('');
  const places = placesOf(selected, Array.isArray(form['components']) ? form['components'].length : 0);
  const [place, setPlace] = useState(0);
  const sayPlace = (kind: Place['kind']) => {
    if (kind === 'end') return texts.placeEnd;
    return kind === 'inside'
      ? texts.placeInside(selected?.label ?? '')
      : texts.placeAfter(selected?.label ?? '');
  };
  const offers: Offer[] = [
    // Files of an application are its materials, and only forms of steps can take others.
    ...listKinds(departments).filter(({ components }) => !isIntake || components[0]?.['type'] !== 'file'),
    ...sectionsOf(files, path),
  ];
  const wanted = search.trim().toLowerCase();
  const found = offers.filter(({ zh, en }) => `${zh} ${en}`.toLowerCase().includes(wanted));
  const insert = (offer: Offer) => {
    const { list, index } = places[place] ?? { list: ['components'], index: nodes.length };
    const made = withFreeKeys(offer.components, keysOf(form));
    write(insertInForm(text, list, index, made), texts.said.added(locale === 'en' ? offer.en : offer.zh));
    select([...list, index]);
    onClose();
  };
  return (
    <Modal open title={texts.addTitle} footer={null} width={720} onCancel={onClose}>
      <div className="owd-add">
        <Input
          autoFocus
          allowClear
          aria-label={texts.addSearch}
          placeholder={texts.addSearch}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {places.length > 1 && (
          <Select
            aria-label={texts.addPlace}
            value={place}
            onChange={setPlace}
            options={places.map(({ kind }, at) => ({ value: at, label: sayPlace(kind) }))}
          />
        )}
      </div>
      {found.length === 0 && <p role="status">{texts.addNone}</p>}
      {areas.map((area) => {
        const here = found.filter((offer) => offer.area === area);
        return here.length === 0 ? null : (
          <section key={area} className="owd-kinds" aria-label={texts.areas[area]}>
            <h3>{texts.areas[area]}</h3>
            <div>
              {here.map((offer) => (
                <button key={offer.key} type="button" onClick={() => insert(offer)}>
                  {locale === 'en' ? offer.en : offer.zh}
                </button>
              ))}
            </div>
          </section>
        );
      })}
      {isIntake && <p className="owd-help">{texts.fileOnlySteps}</p>}
    </Modal>
  );
}

interface Place {
  readonly kind: 'inside' | 'after' | 'end';
  readonly list: JsonPath;
  readonly index: number;
}

function placesOf(selected: ReturnType<typeof useFormEditing>['selected'], count: number): Place[] {
  const end: Place = { kind: 'end', list: ['components'], index: count };
  if (selected === null) return [end];
  const after: Place = { kind: 'after', list: selected.list, index: selected.index + 1 };
  const inner = selected.component['components'];
  const inside: Place[] = Array.isArray(inner)
    ? [{ kind: 'inside', list: [...selected.path, 'components'], index: inner.length }]
    : [];
  return [...inside, after, end];
}

/** Sections of the other forms of the pack, to be copied. */
function sectionsOf(files: ReadonlyMap<string, string>, own: string): Offer[] {
  return [...files]
    .filter(([path]) => path.startsWith('forms/') && path.endsWith('.json') && path !== own)
    .flatMap(([path, text]) => {
      try {
        const form: unknown = JSON.parse(text);
        const title = isJson(form) && typeof form['title'] === 'string' ? form['title'] : path;
        return listNodes(form)
          .filter(({ type, depth }) => (type === 'panel' || type === 'datagrid') && depth === 0)
          .map(({ key, label, component }) => {
            const properties = isJson(component['properties']) ? component['properties'] : {};
            const english = typeof properties['en'] === 'string' ? properties['en'] : label;
            return {
              key: `${path} ${key}`,
              zh: `${label}（${title}）`,
              en: `${english} (${path})`,
              area: 'pack' as const,
              components: [component],
            };
          });
      } catch {
        return [];
      }
    });
}
