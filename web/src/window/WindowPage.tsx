import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasketItem } from '../api/visits.ts';
import { MaterialsAtWindow } from '../asked/MaterialsAtWindow.tsx';
import { Page } from '../components/Page.tsx';
import { QueueBar } from '../queue/QueueBar.tsx';
import { Basket } from './Basket.tsx';
import { ItemSearch } from './ItemSearch.tsx';
import { MyCases } from './MyCases.tsx';

/** The clerk's desk: find the item, start; several items for one visit; drafts and cases at hand. */
export function WindowPage() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<BasketItem[]>([]);
  const remove = ({ packCode }: BasketItem) =>
    setChosen((before) => before.filter((item) => item.packCode !== packCode));
  const change = (item: BasketItem) =>
    setChosen((before) => before.map((one) => (one.packCode === item.packCode ? item : one)));
  return (
    <Page title={t('window.title')}>
      <div className="ow-stack">
        <QueueBar />
        <ItemSearch chosen={chosen} onAdd={(item) => setChosen((before) => [...before, item].slice(0, 10))} />
        <Basket items={chosen} onRemove={remove} onChange={change} />
        <MaterialsAtWindow />
        <MyCases />
      </div>
    </Page>
  );
}
