import type { AppContext } from '../../app/appContext.ts';
import type { PerformanceSchemeDocument } from '../model.ts';
import { type SchemeKind, schemeFile, schemeOf } from './schemeFile.ts';

/** What a district may set of a scheme; a published evaluation keeps it as it was. */
export interface SchemeSetting {
  /** Facts of the base indicator that are wanted for a rank. */
  minimum: number;
  /** By indicator. Weights are 100 together; one of 0 is off. */
  indicators: Record<string, IndicatorSetting>;
}

export interface IndicatorSetting {
  weight: number;
  parameters: Record<string, number>;
}

/** A scheme as it counts in the district now. */
export interface SchemeInForce {
  kind: SchemeKind;
  /** `file version.number of the district's changes`. */
  version: string;
  setting: SchemeSetting;
}

export async function schemeInForce(app: AppContext, kind: SchemeKind): Promise<SchemeInForce> {
  const known = await readSchemeChanges(app, kind);
  return {
    kind,
    version: `${schemeFile.version}.${known?.version ?? 0}`,
    setting: completed(kind, known?.setting),
  };
}

export async function readSchemeChanges(
  app: AppContext,
  kind: SchemeKind,
): Promise<PerformanceSchemeDocument | null> {
  return app.models.performanceSchemes
    .findOne({ tenant: app.tenant, kind })
    .lean() as Promise<PerformanceSchemeDocument | null>;
}

/** A setting with what it does not name taken from the file: indicators that a newer file brings, for one. */
export function completed(kind: SchemeKind, setting?: SchemeSetting): SchemeSetting {
  const { minimum, indicators } = schemeOf(kind);
  return {
    minimum: setting?.minimum ?? minimum.value,
    indicators: Object.fromEntries(
      indicators.map(({ id, weight, parameters }) => [
        id,
        {
          // Weights are set together: an indicator that a changed scheme does not know is off.
          weight: setting === undefined ? weight : (setting.indicators[id]?.weight ?? 0),
          parameters: Object.fromEntries(
            Object.entries(parameters).map(([key, { value }]) => [
              key,
              setting?.indicators[id]?.parameters[key] ?? value,
            ]),
          ),
        },
      ]),
    ),
  };
}
