import { ruleSetOf } from '@onewindow/clocks';
import type { FormDefinition } from '@onewindow/forms';
import {
  clockNamesIn,
  type PackManifest,
  type ProcessModel,
  parsePack,
  readProcessModel,
  readTokenPlaces,
  type TokenPlaces,
} from '@onewindow/processes';
import { AppError } from '../errors/appError.ts';
import type { Models } from '../store/models.ts';
import { composeVisit } from '../visits/composeVisit.ts';
import { isVisitCode } from '../visits/visitCode.ts';
import { limitsFor } from './limitsFor.ts';
import { noProcess, type PackFile, type PackVersionDocument } from './model.ts';
import { productMaterial } from './productMaterial.ts';

/** One published version of a pack, parsed, with quick access to its parts. */
export class LoadedPack {
  readonly pack: PackManifest;
  readonly version: number;
  readonly hash: string;
  readonly definitionId: string;
  readonly files: ReadonlyMap<string, string>;
  /** Dates of the case that its timers wait for (`clocks/caseDates.ts`). */
  readonly clockNames: readonly string[];
  readonly #forms = new Map<string, FormDefinition>();
  #places: Promise<TokenPlaces> | undefined;
  #model: Promise<ProcessModel> | undefined;

  constructor(
    files: readonly PackFile[],
    entry: Pick<PackVersionDocument, 'version' | 'hash' | 'definitionId'>,
    /** Given where it was put together rather than published. */
    pack?: PackManifest,
  ) {
    this.files = new Map(files.map((file) => [file.path, file.text]));
    this.pack = pack ?? parsePack(Object.fromEntries(this.files));
    this.version = entry.version;
    this.hash = entry.hash;
    this.definitionId = entry.definitionId;
    this.clockNames = clockNamesIn(this.files.get('process.bpmn') ?? '');
  }

  /** A Form.io definition. Throws Error when the pack has no such file (lint prevents it). */
  form(path: string): FormDefinition {
    const known = this.#forms.get(path);
    if (known !== undefined) return known;
    const form = JSON.parse(this.file(path)) as FormDefinition;
    this.#forms.set(path, form);
    return form;
  }

  /** The steps and ends of the process. Throws Error for a pack without a process. */
  processModel(): Promise<ProcessModel> {
    this.#model ??= readProcessModel(this.file('process.bpmn'));
    return this.#model;
  }

  /** Where the tokens of the process can stand. Throws Error for a pack without a process. */
  tokenPlaces(): Promise<TokenPlaces> {
    this.#places ??= readTokenPlaces(this.file('process.bpmn'));
    return this.#places;
  }

  file(path: string): string {
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`pack ${this.pack.packCode} has no file ${path}`);
    return text;
  }

  material(key: string): PackManifest['materials'][number] | undefined {
    return this.pack.materials.find((entry) => entry.key === key) ?? productMaterial(key);
  }

  /** Throws AppError `operationUnknown`. */
  operation(key: string): PackManifest['operations'][number] {
    const found = this.pack.operations.find((entry) => entry.key === key);
    if (found === undefined) throw new AppError('operationUnknown', { params: { operation: key } });
    return found;
  }

  /**
   * The item's limits with what the situation (key of a variant) and the operation change of them. Joint handling declared
   * under art. 26 of the Administrative License Law has the law's own limit and extension (art. 42 para. 2: 45 working days,
   * 15 more by the government).
   */
  limitsOf(operation: string, variant?: string): PackManifest['limits'] {
    const varied = this.pack.limits.variants?.find(({ key }) => key === variant);
    const own = limitsFor(this.pack.limits, this.operation(operation).limits, varied);
    const declared = this.pack.joint.some(({ article26 }) => article26);
    const joint = declared ? ruleSetOf(this.pack.ruleSet).joint : undefined;
    if (joint === undefined) return own;
    const { maximum, approverRole, cite } = joint.extension;
    return { ...own, statutory: joint.limit, extension: { maximum, approverRole, cite } };
  }

  /** Throws Error for a step that the pack does not have (lint prevents it). */
  step(key: string): PackManifest['steps'][string] {
    const found = this.pack.steps[key];
    if (found === undefined) throw new Error(`pack ${this.pack.packCode} has no step ${key}`);
    return found;
  }
}

/** The published packs of a tenant. Contents never change, so they are kept in memory by version. */
export class PackRegistry {
  readonly #models: Models;
  readonly #tenant: string;
  readonly #loaded = new Map<string, Promise<LoadedPack>>();

  constructor(models: Models, tenant: string) {
    this.#models = models;
    this.#tenant = tenant;
  }

  /** The live (latest published) version. Throws AppError `itemUnknown`. */
  async live(packCode: string): Promise<LoadedPack> {
    if (isVisitCode(packCode)) return this.version(packCode, 1);
    const entry = await this.latest(packCode);
    if (entry === undefined) throw new AppError('itemUnknown', { params: { packCode } });
    return this.version(packCode, entry.version);
  }

  async latest(packCode: string): Promise<PackVersionDocument | undefined> {
    const [entry] = await this.#models.packVersions
      .find({ tenant: this.#tenant, packCode })
      .sort({ version: -1 })
      .limit(1)
      .lean();
    return entry as PackVersionDocument | undefined;
  }

  /** A given version, as running cases are pinned to it. Throws AppError `itemUnknown`. */
  version(packCode: string, version: number): Promise<LoadedPack> {
    const key = `${packCode}@${version}`;
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(packCode, version).catch((error: unknown) => {
      this.#loaded.delete(key);
      throw error;
    });
    this.#loaded.set(key, loading);
    return loading;
  }

  /** Items put together for a visit, as they were then. */
  async #compose(packCode: string): Promise<LoadedPack> {
    const plan = await this.#models.visitPlans.findOne({ tenant: this.#tenant, packCode }).lean();
    if (plan === null) throw new AppError('itemUnknown', { params: { packCode } });
    const members = await Promise.all(
      plan.members.map(async ({ packCode: item, version, operation }) => ({
        loaded: await this.version(item, version),
        operation,
      })),
    );
    const { pack, form, formPath } = composeVisit({ packCode, departmentId: plan.departmentId, members });
    return new LoadedPack(
      [{ path: formPath, text: JSON.stringify(form) }],
      { version: 1, hash: packCode, definitionId: noProcess },
      pack,
    );
  }

  async #load(packCode: string, version: number): Promise<LoadedPack> {
    if (isVisitCode(packCode)) return this.#compose(packCode);
    const entry = await this.#models.packVersions.findOne({ tenant: this.#tenant, packCode, version }).lean();
    const content =
      entry === null
        ? null
        : await this.#models.packContents.findOne({ tenant: this.#tenant, hash: entry.hash }).lean();
    if (entry === null || content === null) throw new AppError('itemUnknown', { params: { packCode } });
    return new LoadedPack(content.files, entry);
  }
}
