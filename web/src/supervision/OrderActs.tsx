import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actOnOrder, giveCard, issueOrder, type OrderView } from '../api/supervisionRecords.ts';
import { focusHeading } from '../app/focusHeading.ts';
import { useAction } from '../components/useAction.ts';
import { ActForm } from './ActForm.tsx';

/** What may be done with a reminder or order now: the department receives and answers, the supervisor accepts, sends back, goes on. */
export function OrderActs({ view, onDone }: { view: OrderView; onDone: (next: OrderView) => Promise<void> }) {
  const { t } = useTranslation();
  const goTo = useNavigate();
  const may = (act: string) => view.can.includes(act);
  const run = async (act: string, body: object | undefined, key: string) =>
    onDone(await actOnOrder(view.id, act, body, key));
  const receive = useAction({
    run: (_: null, key) => run('receipt', undefined, key),
    success: t('records.receive.done'),
    done: focusHeading,
  });
  if (view.can.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('records.acts')}</h2>}>
      {may('receive') ? (
        <section className="ow-act" aria-label={t('records.receive.title')}>
          <h3>{t('records.receive.title')}</h3>
          <Button loading={receive.isPending} onClick={() => receive.mutate(null)}>
            {t('records.receive.send')}
          </Button>
        </section>
      ) : null}
      {may('reply') ? (
        <ActForm
          id="reply"
          recordId={view.id}
          title={t('records.reply.title')}
          label={t('records.reply.text')}
          send={t('records.reply.send')}
          papers
          run={({ text, files }, key) => run('reply', { text, files }, key)}
        />
      ) : null}
      {may('accept') ? (
        <ActForm
          id="accept"
          recordId={view.id}
          title={t('records.accept.title')}
          label={t('records.accept.text')}
          send={t('records.accept.send')}
          optional
          run={({ text }, key) => run('accept', { text }, key)}
        />
      ) : null}
      {may('sendBack') ? (
        <ActForm
          id="order-back"
          recordId={view.id}
          title={t('records.replyBack.title')}
          label={t('records.replyBack.text')}
          send={t('records.replyBack.send')}
          day={t('records.replyBack.day')}
          run={({ text, day }, key) => run('send-back', { text, replyDueDay: day }, key)}
        />
      ) : null}
      {may('orderAgain') ? (
        <ActForm
          id="order-again"
          recordId={view.id}
          title={t('records.again.title')}
          label={t('records.again.text')}
          send={t('records.again.send')}
          day={t('supervision.urge.day')}
          run={async ({ text, day }, key) => {
            const next = await issueOrder(
              { follows: view.id, kind: 'order', message: text, replyDueDay: day },
              key,
            );
            await goTo(`/supervision/orders/${next.id}`);
          }}
        />
      ) : null}
      {may('card') ? (
        <ActForm
          id="card"
          recordId={view.id}
          title={t('records.card.title')}
          label={t('records.card.text')}
          send={t('records.card.send')}
          choices={(['yellow', 'red'] as const).map((value) => ({
            value,
            label: t(`records.colour.${value}`),
          }))}
          run={async ({ text, choice }, key) => {
            const card = await giveCard(view.id, { colour: choice, reason: text }, key);
            await goTo(`/supervision/cards/${encodeURIComponent(card.id)}`);
          }}
        />
      ) : null}
    </Card>
  );
}
