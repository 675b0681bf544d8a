import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { MAX_DEPTH } from '../model/readFields.ts';
import { findBadCondition } from './findBadCondition.ts';
import { findBadSettings, type PatternCheck } from './findBadSettings.ts';
import { findBadText } from './findBadText.ts';
import { isHarmlessSetting } from './isEmptySetting.ts';
import { describeFinding, refusedConstructs, type UnsafeFinding } from './unsafeFinding.ts';

/** Most components of one form. */
const MAX_COMPONENTS = 500;

interface Walk {
  readonly found: UnsafeFinding[];
  /** Data paths of all fields, for conditions. */
  readonly paths: Set<string>;
  readonly checkLater: (() => void)[];
  readonly isSafePattern: PatternCheck;
  count: number;
}

/** Where a component stands. */
interface Place {
  readonly path: string;
  readonly depth: number;
  readonly dataPath: string;
  /** Keys already used in the same data scope. */
  readonly used: Set<string>;
  readonly inRows: boolean;
}

/** What `findUnsafe` finds, with patterns judged by `isSafePattern`. Never throws, whatever the form is. */
export function inspectForm(form: unknown, isSafePattern: PatternCheck): UnsafeFinding[] {
  if (!isObject(form) || !Array.isArray(form['components'])) return [describeFinding('notAForm', '', '')];
  const walk: Walk = { found: [], paths: new Set(), checkLater: [], isSafePattern, count: 0 };
  for (const row of refusedConstructs) {
    if (!row.path?.startsWith('form:')) continue;
    const name = row.path.slice('form:'.length);
    if (!isHarmlessSetting(own(form, name), row.except ?? []))
      walk.found.push(describeFinding(row.code, name, ''));
  }
  walk.found.push(...findBadSettings(form, 'form', '', isSafePattern), ...findBadText(form, ''));
  visitAll(
    form['components'],
    { path: 'components', depth: 0, dataPath: '', used: new Set(), inRows: false },
    walk,
  );
  for (const check of walk.checkLater) check();
  return walk.found;
}

function visitAll(components: unknown, place: Place, walk: Walk): void {
  if (!Array.isArray(components)) {
    if (components !== undefined)
      walk.found.push(describeFinding('badProperty', place.path, '', 'components'));
    return;
  }
  if (place.depth > MAX_DEPTH) {
    walk.found.push(describeFinding('tooDeep', place.path, ''));
    return;
  }
  for (const [at, component] of components.entries()) {
    walk.count += 1;
    if (walk.count === MAX_COMPONENTS + 1) walk.found.push(describeFinding('tooLarge', place.path, ''));
    if (walk.count > MAX_COMPONENTS) return;
    const path = `${place.path}[${at}]`;
    if (isObject(component)) visit(component, { ...place, path }, walk);
    else walk.found.push(describeFinding('notAComponent', path, ''));
  }
}

function visit(component: JsonObject, place: Place, walk: Walk): void {
  const { path } = place;
  const key = typeof component['key'] === 'string' ? component['key'] : '';
  const type = typeof component['type'] === 'string' ? component['type'] : '';
  const add = (code: string, name = '') => {
    walk.found.push(describeFinding(code, path, key, name));
  };
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(key) || key in Object.prototype) add('badKey', key);
  if (place.used.has(key)) add('duplicateKey', key);
  place.used.add(key);
  for (const row of refusedConstructs) {
    if (row.path === undefined || row.path.startsWith('form:')) continue;
    if (!isHarmlessSetting(reach(component, row.path.split('.')), row.except ?? [])) {
      walk.found.push(describeFinding(row.code, `${path}.${row.path}`, key));
    }
  }
  walk.found.push(
    ...findBadSettings(component, type, path, walk.isSafePattern),
    ...findBadText(component, path),
  );
  const rows = type === 'datagrid';
  const layout = ['panel', 'fieldset', 'columns', 'well'].includes(type);
  if (layout && place.inRows && isConditional(component)) add('conditionInRows');
  const dataPath = place.dataPath === '' ? key : `${place.dataPath}.${key}`;
  if (!layout) walk.paths.add(dataPath);
  walk.checkLater.push(() => {
    const problem = findBadCondition(component, walk.paths);
    if (problem !== null)
      walk.found.push(describeFinding('badCondition', `${path}.conditional`, key, problem));
  });
  const inner: Place = {
    path: `${path}.components`,
    depth: place.depth + 1,
    dataPath: layout ? place.dataPath : dataPath,
    used: layout ? place.used : new Set(),
    inRows: place.inRows || rows,
  };
  visitAll(component['components'], inner, walk);
  if (type === 'columns' && Array.isArray(component['columns'])) {
    for (const [at, column] of component['columns'].entries()) {
      const columnPath = `${path}.columns[${at}].components`;
      if (isObject(column)) visitAll(column['components'], { ...inner, path: columnPath }, walk);
      else walk.found.push(describeFinding('notAComponent', columnPath, key));
    }
  }
}

function isConditional(component: JsonObject): boolean {
  const conditional = component['conditional'];
  return isObject(conditional) && Boolean(conditional['when'] || conditional['conditions']);
}

function own(holder: JsonObject, name: string): unknown {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function reach(holder: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((value, name) => (isObject(value) ? own(value, name) : undefined), holder);
}
