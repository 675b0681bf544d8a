import { shanghaiTime } from '@onewindow/clocks';
import eventTexts from '../../data/eventTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Text } from '../errors/appError.ts';
import type { EventDocument } from './model.ts';
import { sayDay } from './sayDay.ts';

const { words, sentences } = eventTexts as {
  words: Record<string, Record<string, Text>>;
  sentences: Record<string, Text>;
};

/** The audit of a case for people: each event with its sentence, names instead of keys. */
export async function viewEvents(app: AppContext, subject: CaseDocument) {
  const events = (await app.models.events
    .find({ tenant: app.tenant, caseId: subject._id })
    .sort({ seq: 1 })
    .lean()) as EventDocument[];
  const versions = await versionsOf(app, subject, events);
  return events.map((event, at) => ({
    seq: event.seq,
    at: event.at.toISOString(),
    type: event.type,
    actor:
      event.actor.kind === 'user'
        ? {
            name: event.actor.name,
            department: departmentName(app, event.actor.departmentId),
            ...(event.actor.for === undefined ? {} : { for: event.actor.for.name }),
          }
        : {
            system: true as const,
            name: systemName(unnamed(event.actor))['zh-CN'],
            label: systemName(unnamed(event.actor)),
          },
    text: sayEvent(app, versions[at] as LoadedPack, event),
    details: event.details,
    hash: event.hash,
  }));
}

/** The version that the case was on at each event: steps and outcomes are called what they were called then. */
async function versionsOf(
  app: AppContext,
  { packCode, packVersion }: CaseDocument,
  events: readonly EventDocument[],
): Promise<LoadedPack[]> {
  const moves = events.filter(({ type }) => type === 'caseMigrated');
  let version = Number(moves[0]?.details['from'] ?? packVersion);
  const found: LoadedPack[] = [];
  for (const event of events) {
    if (event.type === 'caseMigrated') version = Number(event.details['to']);
    found.push(await app.packs.version(packCode, version));
  }
  return found;
}

/** The sentence of an event, with the names that its pack gives. */
export function sayEvent(app: AppContext, loaded: LoadedPack, event: EventDocument): Text {
  const text = sentences[event.type] ?? { 'zh-CN': event.type, en: event.type };
  const fill = (locale: keyof Text) =>
    text[locale].replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = event.details[name];
      return value === undefined ? '' : named(app, loaded, event, name, String(value))[locale];
    });
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

/** The name behind a key: step, outcome, material and department of the pack, words of the catalogue, else the key itself. */
function named(app: AppContext, loaded: LoadedPack, event: EventDocument, kind: string, key: string): Text {
  const { steps } = loaded.pack;
  const own =
    kind === 'step' || kind === 'backTo'
      ? steps[key]?.name
      : kind === 'outcome'
        ? steps[String(event.details['step'])]?.outcomes.find((outcome) => outcome.key === key)?.name
        : kind === 'material'
          ? loaded.material(key)?.name
          : kind === 'check'
            ? loaded.pack.checks.find((check) => check.key === key)?.name
            : kind === 'ground'
              ? loaded.pack.payment?.suspensions.find((entry) => entry.key === key)?.name
              : undefined;
  if (own !== undefined) return own;
  if (kind === 'dueAt') key = shanghaiTime(new Date(key));
  const day = sayDay(key);
  if (day !== undefined) return day;
  if (kind === 'department') return same(departmentName(app, key));
  return word(kind, key);
}

function unnamed(actor: Exclude<EventDocument['actor'], { kind: 'user' }>): string {
  return actor.kind === 'applicant' ? 'applicant' : actor.name;
}

/** What a system actor of the audit is called. */
export function systemName(name: string): Text {
  return word('actor', name);
}

/** What a key of the audit is called; the key itself where nobody has named it. */
export function word(kind: string, key: string): Text {
  return words[kind]?.[key] ?? same(key);
}

function same(text: string): Text {
  return { 'zh-CN': text, en: text };
}

function departmentName(app: AppContext, id: string): string {
  return app.organisation.findDepartment(id)?.name ?? id;
}
