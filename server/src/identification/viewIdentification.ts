import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

/** How the person at the window was recognised, for whoever may see the case clear. */
export function viewIdentification(app: AppContext, subject: CaseDocument) {
  const { identification } = subject;
  if (identification === undefined) return null;
  const { person, consent, match, manual } = identification;
  return {
    person,
    done: match?.passed === true || manual !== undefined,
    consent: consent === undefined ? null : { given: consent.given, at: instant(consent.at) },
    match:
      match === undefined
        ? null
        : {
            score: match.score,
            threshold: match.threshold,
            service: match.service,
            passed: match.passed,
            at: instant(match.at),
          },
    manual:
      manual === undefined
        ? null
        : {
            reason: manual.reason,
            note:
              manual.sealedNote === undefined ? '' : app.cipher.open<string>(manual.sealedNote, subject._id),
            by: manual.by.name,
            at: instant(manual.at),
          },
  };
}

const instant = (at: Date | string): string => new Date(at).toISOString();
