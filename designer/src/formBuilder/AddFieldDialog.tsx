import { Input, type InputRef, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { useFormEditing } from './FormEditing.ts';
import { listKinds } from './fieldKinds.ts';
import { keysOf, withFreeKeys } from './formOutline.ts';
import { insertInForm, type JsonPath } from './formText.ts';
import { formTexts } from './formTexts.ts';
import { OtherPackChoice } from './OtherPackChoice.tsx';
import { holdsFile, type Offer, sectionsOf } from './sections.ts';

const areas: readonly Offer['area'][] = ['basic', 'choice', 'trade', 'group', 'layout', 'pack', 'other'];

/** Chooses what to put into the form, and where; sections of the pack's other forms are offered as copies. */
export function AddFieldDialog({ onClose }: { readonly onClose: () => void }) {
  const { files, locale, departments } = useDesigning();
  const { path, text, form, nodes, selected, isIntake, select, write } = useFormEditing();
  const texts = formTexts[locale];
  const [search, setSearch] = useState('');
  const finder = useRef<InputRef>(null);
  const places = placesOf(selected, Array.isArray(form['components']) ? form['components'].length : 0);
  const [place, setPlace] = useState(0);
  const [others, setOthers] = useState<readonly Offer[]>([]);
  const sayPlace = (kind: Place['kind']) => {
    if (kind === 'end') return texts.placeEnd;
    return kind === 'inside'
      ? texts.placeInside(selected?.label ?? '')
      : texts.placeAfter(selected?.label ?? '');
  };
  const offers: Offer[] = [
    // Files of an application are its materials, and only forms of steps can take others.
    ...listKinds(departments),
    ...sectionsOf(files, 'pack', path),
    ...others,
  ].filter(({ components }) => !isIntake || !holdsFile(components));
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
    <Modal
      open
      title={texts.addTitle}
      footer={null}
      width={720}
      onCancel={onClose}
      // Not `autoFocus`: where nothing moves, the dialog is not in the page yet when its fields are made.
      afterOpenChange={(shown) => shown && finder.current?.focus()}
    >
      <div className="owd-add">
        <Input
          ref={finder}
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
      <OtherPackChoice onRead={setOthers} />
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
