import { Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { OtherPack } from '../model/hostServices.ts';
import { formTexts } from './formTexts.ts';
import { type Offer, sectionsOf } from './sections.ts';

/** Chooses another pack, whose sections are then offered; nothing where the host knows no other packs. */
export function OtherPackChoice({ onRead }: { readonly onRead: (offers: readonly Offer[]) => void }) {
  const { host, locale } = useDesigning();
  const texts = formTexts[locale];
  const [packs, setPacks] = useState<readonly OtherPack[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [state, setState] = useState<'idle' | 'reading' | 'empty' | 'failed'>('idle');
  useEffect(() => {
    let gone = false;
    host.listPacks?.().then(
      (read) => !gone && setPacks(read),
      // Without the list nothing is offered; the rest of the dialog works.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [host]);
  if (packs.length === 0 || host.readPack === undefined) return null;
  const { readPack } = host;
  const read = async (packCode: string) => {
    setChosen(packCode);
    setState('reading');
    try {
      const files = await readPack(packCode);
      const offers = sectionsOf(new Map(files.map(({ path, text }) => [path, text])), 'other');
      onRead(offers);
      setState(offers.length === 0 ? 'empty' : 'idle');
    } catch {
      onRead([]);
      setState('failed');
    }
  };
  return (
    <section className="owd-kinds" aria-label={texts.fromPack}>
      <h3>{texts.fromPack}</h3>
      <Select
        className="owd-otherpack"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={texts.choosePack}
        placeholder={texts.choosePack}
        value={chosen}
        onChange={(packCode) => void read(packCode)}
        options={packs.map(({ packCode, name }) => ({ value: packCode, label: name[locale] }))}
      />
      {state === 'reading' && <Spin size="small" />}
      {(state === 'empty' || state === 'failed') && (
        <p role="status">{state === 'empty' ? texts.packEmpty : texts.packFailed}</p>
      )}
    </section>
  );
}
