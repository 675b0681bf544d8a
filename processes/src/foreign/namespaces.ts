import { splitKey, type XmlElement } from './XmlTree.ts';

/** Chooses prefixes for new parts of a file: those that it uses already, else new ones declared at its root. */
export interface Namespaces {
  /** Name to write for `{namespace}local` in a scope; `wanted` is the prefix to declare where there is none yet. */
  nameOf(
    key: string,
    scope: ReadonlyMap<string, string>,
    kind: 'element' | 'attribute',
    wanted: string,
  ): string;
  /** Declarations that the root still needs, each with a space before it. */
  declarations(): string;
}

export function namespacesOf(root: XmlElement): Namespaces {
  const added = new Map<string, string>();
  const taken = new Set<string>(root.scope.keys());
  const collect = (element: XmlElement) => {
    for (const prefix of element.scope.keys()) taken.add(prefix);
    for (const piece of element.pieces) if (piece.kind === 'element') collect(piece);
  };
  collect(root);
  return {
    nameOf(key, scope, kind, wanted) {
      const { namespace, local } = splitKey(key);
      if (namespace === '' && (kind === 'attribute' || !scope.get(''))) return local;
      const known = [...scope, ...[...added].map(([uri, prefix]) => [prefix, uri] as const)]
        .filter(([prefix, uri]) => uri === namespace && (kind === 'element' || prefix !== ''))
        .map(([prefix]) => prefix);
      // The prefix that the parent itself uses first: a default namespace stays a default namespace.
      const prefix = known.includes('') ? '' : known[0];
      if (prefix !== undefined) return prefix === '' ? local : `${prefix}:${local}`;
      let free = wanted === '' ? 'ns' : wanted;
      for (let at = 2; taken.has(free); at += 1) free = `${wanted || 'ns'}${at}`;
      taken.add(free);
      added.set(namespace, free);
      return `${free}:${local}`;
    },
    declarations: () =>
      [...added].map(([uri, prefix]) => ` xmlns:${prefix}="${uri.replace(/&/g, '&amp;')}"`).join(''),
  };
}

/** Prefix of a name as written; '' without one. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}
