import actTexts from '../../data/supervisionTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { EventDocument } from '../audit/model.ts';
import { sayDay } from '../audit/sayDay.ts';
import { systemName } from '../audit/viewEvents.ts';
import type { Text } from '../errors/appError.ts';

const { acts, words } = actTexts as {
  acts: Record<string, Text>;
  words: Record<string, Record<string, Text>>;
};

/** What has happened to a record of supervision, in order: who, when, the sentence, what was written, which papers. */
export async function viewActs(app: AppContext, recordId: string) {
  const events = (await app.models.events
    .find({ tenant: app.tenant, caseId: recordId })
    .lean()) as EventDocument[];
  return events
    .sort((one, other) => one.seq - other.seq)
    .map(({ seq, at, type, actor, details, hash }) => ({
      seq,
      at: at.toISOString(),
      type,
      by: actor.kind === 'user' ? actor.name : null,
      department:
        actor.kind === 'user' ? (app.organisation.findDepartment(actor.departmentId)?.name ?? null) : null,
      system: actor.kind === 'system' ? systemName(actor.name) : null,
      text: sentence(app, type, details),
      said: typeof details['text'] === 'string' ? details['text'] : null,
      files: Array.isArray(details['files']) ? details['files'].map(String) : [],
      hash,
    }));
}

function sentence(app: AppContext, type: string, details: Record<string, unknown>): Text {
  const text = acts[type] ?? { 'zh-CN': type, en: type };
  const fill = (locale: keyof Text) =>
    text[locale].replace(/\{(\w+)\}/g, (_whole, place: string) => {
      const value = details[place] === undefined ? '' : String(details[place]);
      if (place === 'department') return app.organisation.findDepartment(value)?.name ?? value;
      return (words[place]?.[value] ?? sayDay(value))?.[locale] ?? value;
    });
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}
