import { fillPlaceholders } from '@onewindow/processes';
import texts from '../../data/messageTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { Locale } from '../errors/appError.ts';
import { sendMessage } from '../messages/sendMessage.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { codeLife } from './signInCode.ts';

/** Sends a sign-in code; one that has expired while the gateway was away is not sent any more. The code leaves the outbox with it. */
export async function deliverCode(app: AppContext, entry: OutboxDocument): Promise<void> {
  if (new Date(String(entry.payload['expiresAt'])) > app.time.now()) {
    const { phone, code, locale } = app.cipher.open<{ phone: string; code: string; locale: Locale }>(
      String(entry.payload['sealed']),
      entry._id,
    );
    const values = { code, minutes: String(codeLife / 60_000) };
    await sendMessage({
      app,
      kind: 'sms',
      id: `${entry._id}:sms`,
      to: phone,
      title: texts.signInCode.title[locale],
      text: fillPlaceholders(texts.signInCode.body[locale], values),
      about: { notice: 'signInCode' },
    });
  }
  await app.models.outbox.updateOne({ _id: entry._id }, { $set: { payload: {} } });
}
