import { MANIFEST, readManifest } from '../model/manifest.ts';
import { isJson, type Json, listNodes } from './formOutline.ts';
import { type JsonPath, setInForm } from './formText.ts';
import { type FieldUse, readYamlFiles, renamed, scopeOf, visitUses } from './visitUses.ts';

/** One place where a field is used, for people. */
export interface ShownUse {
  readonly kind: FieldUse['kind'] | 'formCondition' | 'flow' | 'decision' | 'when' | 'otherForm';
  /** What names the place there: path in the file, label of a field, name of an element. */
  readonly where: string;
  readonly file: string;
}

type Files = ReadonlyMap<string, string>;

/** Everything in a pack that names the field at `dataPath` of a form, or a variable that is taken from it. */
export function findFieldUses(files: Files, form: string, dataPath: string): ShownUse[] {
  const manifest = readManifest(files.get(MANIFEST) ?? '');
  const scope = scopeOf(form, manifest);
  const direct = visitUses(readYamlFiles(files, dataPath.split('.')[0]), files, scope, dataPath);
  const pointer = `/${dataPath.replaceAll('.', '/')}`;
  const own = [
    ...(scope.isIntake ? (manifest.intakeVariables ?? []) : []),
    ...scope.steps.flatMap((step) => manifest.steps?.[step]?.variables ?? []),
  ];
  const isIt = (one = '', origin = '') => one === origin + pointer || one.startsWith(`${origin}${pointer}/`);
  const origins = [...(scope.isIntake ? ['intake:'] : []), ...scope.steps.map((step) => `step.${step}:`)];
  const variables = [
    ...own.filter(({ from, daysFrom }) => isIt(from) || isIt(daysFrom)),
    // Those of later steps that count days from it.
    ...Object.values(manifest.steps ?? {})
      .flatMap((step) => step.variables ?? [])
      .filter(({ daysFrom }) => origins.some((origin) => isIt(daysFrom, origin))),
  ];
  return [
    ...direct.map(({ kind, place, file }) => ({ kind, file, where: place.join('.') })),
    ...conditionsIn(files.get(form) ?? '', dataPath).map(({ label }) => ({
      kind: 'formCondition' as const,
      file: form,
      where: label,
    })),
    ...variables.flatMap(({ name }) => variableUses(files, name)),
  ];
}

/** Flows, decision tables and rules of pack.yaml that ask about a variable. */
function variableUses(files: Files, name: string): ShownUse[] {
  const word = new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`);
  const found: ShownUse[] = [];
  for (const [file, text] of files) {
    if (file.endsWith('.bpmn')) {
      for (const [, id = '', body = ''] of text.matchAll(
        /<(?:\w+:)?sequenceFlow\b[^>]*?\bid="([^"]*)"[^>]*>((?:(?!<\/(?:\w+:)?sequenceFlow>)[\s\S])*?conditionExpression[\s\S]*?)<\/(?:\w+:)?sequenceFlow>/g,
      ))
        if (word.test(body)) found.push({ kind: 'flow', file, where: id });
    }
    if (file.endsWith('.dmn')) {
      for (const [, label = '', body = ''] of text.matchAll(
        /<(?:\w+:)?input\b[^>]*?\blabel="([^"]*)"[^>]*>([\s\S]*?)<\/(?:\w+:)?input>/g,
      ))
        if (word.test(body)) found.push({ kind: 'decision', file, where: label });
    }
    if (file === MANIFEST) {
      for (const [, when = ''] of text.matchAll(/\bwhen: *([^\n]*)/g))
        if (word.test(when)) found.push({ kind: 'when', file, where: when.slice(0, 80) });
    }
  }
  return found;
}

interface ConditionUse {
  readonly label: string;
  readonly path: JsonPath;
  readonly value: string;
}

/** Places in the conditions and settings of one form that name a field, or one inside of it. */
function conditionsIn(text: string, dataPath: string): ConditionUse[] {
  const form = parse(text);
  const names = (value: unknown): value is string =>
    typeof value === 'string' && (value === dataPath || value.startsWith(`${dataPath}.`));
  return listNodes(form).flatMap(({ component, path, label }) => {
    const conditional = isJson(component['conditional']) ? component['conditional'] : {};
    const conditions = Array.isArray(conditional['conditions']) ? conditional['conditions'] : [];
    const properties = isJson(component['properties']) ? component['properties'] : {};
    return [
      ...(names(conditional['when'])
        ? [{ label, path: [...path, 'conditional', 'when'], value: conditional['when'] }]
        : []),
      ...conditions.flatMap((one: unknown, at) =>
        isJson(one) && names(one['component'])
          ? [
              {
                label,
                path: [...path, 'conditional', 'conditions', at, 'component'],
                value: one['component'],
              },
            ]
          : [],
      ),
      ...['photo.takenAt', 'photo.longitude', 'photo.latitude'].flatMap((name) =>
        properties[name] === dataPath.split('.').at(-1)
          ? [{ label, path: [...path, 'properties', name], value: dataPath }]
          : [],
      ),
    ];
  });
}

/**
 * The files of a pack after a field has another key: in every form that shares it (intake forms of all operations), in
 * conditions, in pack.yaml and in scenarios. Variables keep their names, so flows and decision tables stay as they are.
 */
export function renameField(files: Files, form: string, dataPath: string, key: string): Map<string, string> {
  const scope = scopeOf(form, readManifest(files.get(MANIFEST) ?? ''));
  const changed = new Map<string, string>();
  for (const path of scope.forms) {
    const text = files.get(path);
    if (text === undefined) continue;
    const after = renameInForm(text, dataPath, key);
    if (after !== text) changed.set(path, after);
  }
  const documents = readYamlFiles(files);
  const uses = visitUses(documents, files, scope, dataPath);
  for (const use of uses) use.rename(key);
  for (const file of new Set(uses.map((use) => use.file))) {
    const document = documents.get(file);
    if (document !== undefined)
      changed.set(file, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
  }
  return changed;
}

function renameInForm(text: string, dataPath: string, key: string): string {
  const nodes = listNodes(parse(text)).filter(
    (node) => node.dataPath === dataPath && !isSectionOnly(node.type),
  );
  if (nodes.length === 0) return text;
  const conditions = conditionsIn(text, dataPath);
  let after = nodes.reduce((result, node) => setInForm(result, [...node.path, 'key'], key), text);
  for (const { path, value } of conditions) {
    const own = path.at(-2) === 'properties';
    after = setInForm(after, path, own ? key : renamed(dataPath, key) + value.slice(dataPath.length));
  }
  return after;
}

function isSectionOnly(type: string): boolean {
  return ['panel', 'fieldset', 'columns', 'well', 'content'].includes(type);
}

function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}
