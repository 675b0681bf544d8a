import { DeleteOutlined } from '@ant-design/icons';
import { Button, Card, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type BasketItem, openVisit } from '../api/visits.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface BasketProps {
  items: BasketItem[];
  onRemove: (item: BasketItem) => void;
  /** Another operation of an item: a change or a renewal, about a license that the application then names. */
  onChange: (item: BasketItem) => void;
}

/** The items that one applicant wants in this visit; from two on they are taken in together. */
export function Basket({ items, onRemove, onChange }: BasketProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const start = useAction({
    run: (chosen: BasketItem[], key) => openVisit(chosen, key),
    failed: () => undefined,
    done: async (view) => {
      await navigate(`/window/cases/${view.id}`);
    },
  });
  if (items.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('visit.title', { count: items.length })}</h2>}>
      <ProblemAlert error={start.error} />
      <ul className="ow-list" aria-live="polite">
        {items.map((item) => (
          <li key={item.packCode} className="ow-row">
            <span className="ow-grow">
              {say(item.name)}
              {item.operations.length < 2 ? ` · ${say(item.operationName)}` : null}
            </span>
            {item.operations.length < 2 ? null : (
              <Radio.Group
                size="small"
                optionType="button"
                aria-label={t('visit.operation', { name: say(item.name) })}
                value={item.operation}
                onChange={(event: { target: { value?: unknown } }) => {
                  const chosen = item.operations.find(({ key }) => key === event.target.value);
                  if (chosen !== undefined)
                    onChange({ ...item, operation: chosen.key, operationName: chosen.name });
                }}
                options={item.operations.map(({ key, name }) => ({ value: key, label: say(name) }))}
              />
            )}
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('visit.remove', { name: say(item.name) })}
              onClick={() => onRemove(item)}
            />
          </li>
        ))}
      </ul>
      <p className="ow-small ow-muted">{t(items.length < 2 ? 'visit.one' : 'visit.several')}</p>
      <Button
        type="primary"
        disabled={items.length < 2}
        loading={start.isPending}
        onClick={() => start.mutate(items)}
      >
        {t('visit.start', { count: items.length })}
      </Button>
    </Card>
  );
}
