import eventTexts from '../../data/eventTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { Text } from '../errors/appError.ts';
import type { EventDocument } from './model.ts';

/** The audit of a case for people: each event with its sentence. */
export async function viewEvents(app: AppContext, caseId: string) {
  const events = (await app.models.events
    .find({ tenant: app.tenant, caseId })
    .sort({ seq: 1 })
    .lean()) as EventDocument[];
  return events.map((event) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    type: event.type,
    actor:
      event.actor.kind === 'user'
        ? {
            name: event.actor.name,
            department:
              app.organisation.findDepartment(event.actor.departmentId)?.name ?? event.actor.departmentId,
          }
        : { system: true as const, name: event.actor.name },
    text: sentence(event),
    details: event.details,
    hash: event.hash,
  }));
}

function sentence(event: EventDocument): Text {
  const texts = (eventTexts as Record<string, Text>)[event.type] ?? { 'zh-CN': event.type, en: event.type };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = event.details[name];
      return value === undefined ? '' : String(value);
    });
  return { 'zh-CN': fill(texts['zh-CN']), en: fill(texts.en) };
}
