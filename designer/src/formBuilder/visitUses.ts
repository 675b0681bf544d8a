import { type Document, isMap, isPair, isScalar, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import { MANIFEST, type Manifest, readManifest } from '../model/manifest.ts';
import { formsAbout, listAbout } from './pointerForms.ts';

/** A place of a pack that names a field of a form. */
export interface FieldUse {
  readonly file: string;
  /** Where in the file: keys from the top. */
  readonly place: readonly (string | number)[];
  readonly kind: UseKind;
  /** Writes another key into the parsed file. */
  readonly rename: (key: string) => void;
}
export type UseKind =
  | 'variable'
  | 'prefill'
  | 'question'
  | 'source'
  | 'license'
  | 'publication'
  | 'pointer'
  | 'scenario';

/** The forms that share a field: those of all operations, or those of steps with that form. */
export interface FieldScope {
  readonly isIntake: boolean;
  /** Steps whose form it is. */
  readonly steps: readonly string[];
  readonly forms: readonly string[];
}

/** Who uses a form: an intake form shares its fields with the intake forms of the other operations. */
export function scopeOf(form: string, manifest: Manifest): FieldScope {
  const intake = (manifest.operations ?? []).flatMap((operation) => operation.intakeForm ?? []);
  const isIntake = intake.includes(form);
  const steps = Object.entries(manifest.steps ?? {}).flatMap(([key, step]) =>
    step.form === form ? [key] : [],
  );
  return { isIntake, steps, forms: [...new Set(isIntake ? [form, ...intake] : [form])] };
}

/**
 * The YAML files of a pack that can name a field, parsed; one that cannot be read is left out. With `word` only those in whose
 * text it occurs.
 */
export function readYamlFiles(files: ReadonlyMap<string, string>, word = ''): Map<string, Document> {
  const wanted = [...files].filter(([path]) => path === MANIFEST || /^scenarios\/.*\.ya?ml$/.test(path));
  return new Map(
    wanted.flatMap(([path, text]) => {
      if (!text.includes(word)) return [];
      const document = parseDocument(text, { keepSourceTokens: true });
      return document.errors.length > 0 ? [] : [[path, document] as const];
    }),
  );
}

/** Every place of pack.yaml and of the scenarios that names the field at `dataPath` of the forms of a scope. */
export function visitUses(
  documents: ReadonlyMap<string, Document>,
  files: ReadonlyMap<string, string>,
  scope: FieldScope,
  dataPath: string,
): FieldUse[] {
  const manifest = documents.get(MANIFEST);
  const read = readManifest(files.get(MANIFEST) ?? '');
  return [
    ...(manifest === undefined ? [] : manifestUses(manifest, read, scope, dataPath)),
    ...scenarioUses(documents, read, scope, dataPath),
  ];
}

function manifestUses(
  document: Document,
  manifest: Manifest,
  scope: FieldScope,
  dataPath: string,
): FieldUse[] {
  const pointer = `/${dataPath.replaceAll('.', '/')}`;
  const sources = [...(scope.isIntake ? ['intake:'] : []), ...scope.steps.map((step) => `step.${step}:`)];
  const found: FieldUse[] = [];
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      const place = placeOf(ancestors, node);
      const inScope = formsAbout(place, manifest).some((form) => scope.forms.includes(form));
      const list = listAbout(place, manifest);
      if (list !== undefined) {
        const above = sources.map((prefix) => `${prefix}${pointer}`).find((one) => one === list + node.value);
        if (above === undefined) return;
        const rename = (to: string) => {
          node.value = `/${to}`;
        };
        found.push({ file: MANIFEST, place, kind: 'license', rename });
        return;
      }
      const source = sources.find((prefix) => isBelow(String(node.value), prefix + pointer));
      const bare = inScope && isBelow(node.value, pointer);
      const name = place.at(-1);
      const named =
        inScope &&
        node.value === dataPath &&
        ((name === 'to' && place.includes('prefill')) || (name === 'field' && place[0] === 'questions'));
      if (source === undefined && !bare && !named) return;
      const start = source ?? '';
      found.push({
        file: MANIFEST,
        place,
        kind: kindOf(place, source !== undefined, named),
        rename: (to) => {
          const rest = String(node.value).slice(start.length + pointer.length);
          node.value = named
            ? renamed(dataPath, to)
            : `${start}/${renamed(dataPath, to).replaceAll('.', '/')}${rest}`;
        },
      });
    },
  });
  return found;
}

function kindOf(place: readonly (string | number)[], isSource: boolean, named: boolean): UseKind {
  if (place.includes('prefill') && named) return 'prefill';
  if (place[0] === 'questions') return 'question';
  if (place[0] === 'license') return 'license';
  if (place[0] === 'publication') return 'publication';
  if (place.includes('intakeVariables') || place.includes('variables')) return 'variable';
  return isSource ? 'source' : 'pointer';
}

/** Acts of a scenario that fill in fields of the application or the report. */
const intakeActs: ReadonlySet<unknown> = new Set(['edit', 'resubmit', 'report']);

/** What scenarios fill in: `form` of the scenario (intake) and of its acts, and the shared blocks that these put in. */
function scenarioUses(
  documents: ReadonlyMap<string, Document>,
  manifest: Manifest,
  scope: FieldScope,
  dataPath: string,
): FieldUse[] {
  const blocks = documents.get('scenarios/given.yaml');
  const found: FieldUse[] = [];
  const seen = new Set<unknown>();
  const steps = new Set(
    Object.entries(manifest.steps ?? {}).flatMap(([key, step]) =>
      step.form !== undefined && scope.forms.includes(step.form) ? [key] : [],
    ),
  );
  const look = (file: string, place: (string | number)[], holder: unknown): void => {
    if (!isMap(holder) || seen.has(holder)) return;
    seen.add(holder);
    const given = holder.get('$given');
    if (typeof given === 'string' && blocks !== undefined)
      look('scenarios/given.yaml', [given], blocks.get(given, true));
    const pair = pairAt(holder, dataPath.split('.'));
    if (pair === undefined) return;
    found.push({
      file,
      place: [...place, dataPath],
      kind: 'scenario',
      rename: (to) => {
        (pair.key as Scalar).value = to;
      },
    });
  };
  for (const [file, document] of documents) {
    if (file === MANIFEST || file.endsWith('/given.yaml')) continue;
    if (scope.isIntake) look(file, ['form'], document.get('form', true));
    const acts: unknown = document.toJS()?.steps;
    if (!Array.isArray(acts)) continue;
    acts.forEach((act: { act?: unknown; step?: unknown } | null, at) => {
      const ofStep = typeof act?.step === 'string' && steps.has(act.step);
      const ofIntake = scope.isIntake && intakeActs.has(act?.act);
      if (ofStep || ofIntake) look(file, ['steps', at, 'form'], document.getIn(['steps', at, 'form'], true));
    });
  }
  return found;
}

function pairAt(holder: unknown, keys: readonly string[]): Pair | undefined {
  const [key, ...rest] = keys;
  if (!isMap(holder)) return undefined;
  const pair = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
  return rest.length === 0 || pair === undefined ? pair : pairAt(pair.value, rest);
}

function placeOf(ancestors: readonly unknown[], node: unknown): (string | number)[] {
  const line = [...ancestors, node];
  return line.flatMap((one, at): (string | number)[] => {
    const above = line[at - 1];
    if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
    if (
      above !== undefined &&
      typeof above === 'object' &&
      above !== null &&
      'items' in above &&
      !isMap(above)
    )
      return [(above.items as unknown[]).indexOf(one)];
    return [];
  });
}

function isBelow(text: string, pointer: string): boolean {
  return text === pointer || text.startsWith(`${pointer}/`);
}

/** The path with another last key. */
export function renamed(dataPath: string, key: string): string {
  return [...dataPath.split('.').slice(0, -1), key].join('.');
}
