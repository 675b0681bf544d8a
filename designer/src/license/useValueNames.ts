import { useMemo } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { aside } from '../i18n/punctuate.ts';
import { licenseOf, offeredSources, sourceOf } from './licenseSources.ts';
import { licenseTexts } from './licenseTexts.ts';

export interface ValueNames {
  /** Placeholder → what people call it. */
  readonly nameOf: (path: string) => string;
  /** The other way round; names are made different where two are the same. */
  readonly byName: ReadonlyMap<string, string>;
  readonly choices: readonly {
    readonly path: string;
    readonly name: string;
    readonly group: 'form' | 'license';
  }[];
}

/** What may stand on the license, by names that people know. */
export function useValueNames(): ValueNames {
  const { manifest, files, locale } = useDesigning();
  return useMemo(() => {
    const texts = licenseTexts[locale];
    const offered = new Map(offeredSources(manifest, files).map((field) => [field.source, field]));
    const byName = new Map<string, string>();
    const names = new Map<string, string>();
    const choices: { path: string; name: string; group: 'form' | 'license' }[] = [];
    const take = (path: string, wanted: string, group: 'form' | 'license') => {
      const name = byName.has(wanted) ? aside(locale, wanted, path) : wanted;
      byName.set(name, path);
      names.set(path, name);
      choices.push({ path, name, group });
    };
    for (const [key, bound] of Object.entries(licenseOf(manifest)?.fields ?? {})) {
      const field = offered.get(sourceOf(bound));
      take(`fields.${key}`, (locale === 'en' ? field?.english : field?.label) ?? key, 'form');
    }
    for (const [path, name] of Object.entries(texts.known)) take(path, name, 'license');
    return { nameOf: (path: string) => names.get(path) ?? path, byName, choices };
  }, [manifest, files, locale]);
}
