import { type LicenseTemplate, licenseTemplateSchema } from '@onewindow/signing';
import { parseDocument } from 'yaml';
import signature from '../../data/sampleSignature.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';

/** Drawings a person may ask for within a minute: two a pause in typing. */
export const previewLimit = { points: 120, duration: 60 };
/** A YAML bomb is refused long before it could hurt. */
const MAX_ALIASES = 20;

/**
 * Draws a license template that is being written, with values that the designer made up, by the composer that draws
 * real licenses; without seal, signature or number, and nothing is stored.
 * Throws AppError `tooManyRequests`.
 */
export async function previewLicense(input: {
  app: AppContext;
  actor: Actor;
  /** Text of license.yaml. */
  template: string;
  values: Record<string, unknown>;
  /** Whether the picture is wanted, or only what was squeezed. */
  picture: boolean;
}) {
  const { app, actor, values, picture } = input;
  await app.previewLimiter.consume(`${app.tenant}:${actor.id}`, 'tooManyRequests');
  const read = readTemplate(input.template);
  if ('faults' in read)
    return { pdf: null, fit: null, missingCharacters: [], problem: null, faults: read.faults };
  const { pdf, fit, missingCharacters, problem } = await app.drawing.preview({
    template: read.template,
    values: { ...values, pictures: signedAs(read.template) },
    at: app.time.now(),
  });
  return {
    pdf: picture && pdf !== null ? Buffer.from(pdf).toString('base64') : null,
    fit,
    missingCharacters,
    problem,
    faults: [],
  };
}

/** The sample signature for each picture of a template. */
function signedAs({ pictures = [] }: LicenseTemplate): Record<string, string> {
  return Object.fromEntries(pictures.map(({ picture }) => [picture, signature.png]));
}

/** The template, or the places that are wrong in it (`fields.0.value`). */
function readTemplate(text: string) {
  const document = parseDocument(text);
  if (document.errors.length > 0) return { faults: [''] };
  try {
    const parsed = licenseTemplateSchema.safeParse(document.toJS({ maxAliasCount: MAX_ALIASES }));
    if (parsed.success) return { template: parsed.data };
    return { faults: parsed.error.issues.map(({ path }) => path.map(String).join('.')) };
  } catch {
    // Too many aliases.
    return { faults: [''] };
  }
}
