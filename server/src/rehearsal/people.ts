import { randomBytes } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { ApiClient } from '../client/apiClient.ts';
import { hashDrawnPassword } from '../identity/hashPassword.ts';
import type { Role } from '../identity/model.ts';
import { newId } from '../store/newId.ts';

/** What the account of the n-th person of a department with a role is called, and the person. */
export type NamesOf = (
  departmentId: string,
  role: string,
  person: number,
) => { username: string; name: string };

/** The people of a rehearsal: whoever is needed is hired, signs in over HTTP, and acts through the public API. */
export class People {
  readonly password = randomBytes(18).toString('base64url');
  readonly #app: AppContext;
  readonly #base: string;
  readonly #hired = new Map<string, Promise<ApiClient>>();
  readonly #ids = new Map<string, string>();
  #language: 'zh-CN' | 'en' = 'zh-CN';
  #hash: Promise<string> | undefined;

  readonly #namesOf: NamesOf | undefined;

  /** `namesOf` where they are to be called otherwise; an account that is there from before is taken on with a new password. */
  constructor(app: AppContext, base: string, namesOf?: NamesOf) {
    this.#app = app;
    this.#base = base;
    this.#namesOf = namesOf;
  }

  /** Has refusals worded in this language from now on. */
  async speak(language: 'zh-CN' | 'en'): Promise<void> {
    this.#language = language;
    for (const client of await Promise.all(this.#hired.values())) client.language = language;
  }

  /** The session of the n-th person of a department with a role. Throws Error for an unknown department. */
  of(departmentId: string, role: string, person = 1): Promise<ApiClient> {
    const username = this.#usernameOf(departmentId, role, person);
    const known = this.#hired.get(username);
    if (known !== undefined) return known;
    const hiring = this.#hire(username, departmentId, role, person);
    this.#hired.set(username, hiring);
    return hiring;
  }

  /** Account name of that person, hired if need be. Throws Error for an unknown department. */
  async accountOf(departmentId: string, role: string, person = 1): Promise<string> {
    await this.of(departmentId, role, person);
    return this.#usernameOf(departmentId, role, person);
  }

  /** Id of that person; undefined before the first call of `of`. */
  idOf(departmentId: string, role: string, person = 1): string | undefined {
    return this.#ids.get(this.#usernameOf(departmentId, role, person));
  }

  /** The department of the common window: that of the district, else the first that operates one. */
  commonWindow(): string {
    const windows = this.#app.organisation
      .departments()
      .filter(({ duties }) => duties.includes('window operator'));
    const found = windows.find(({ level }) => level === 'district') ?? windows[0];
    if (found === undefined) throw new Error('the organisation has no department that operates a window');
    return found.departmentId;
  }

  async #hire(username: string, departmentId: string, role: string, person: number): Promise<ApiClient> {
    const app = this.#app;
    const department = app.organisation.department(departmentId);
    this.#hash ??= hashDrawnPassword(this.password);
    const passwordHash = await this.#hash;
    const known =
      this.#namesOf === undefined
        ? null
        : await app.models.users.findOne({ tenant: app.tenant, username }, { _id: 1 }).lean();
    const id = known?._id ?? newId();
    this.#ids.set(username, id);
    if (known !== null)
      await app.models.users.updateOne({ _id: id }, { $set: { passwordHash, active: true } });
    else
      await app.models.users.create({
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        username,
        name:
          this.#namesOf?.(departmentId, role, person).name ??
          `${department.shortName ?? department.name}${role}${person}`,
        passwordHash,
        departmentId,
        roles: [role as Role],
        active: true,
        demonstration: true,
        createdAt: app.time.now(),
      });
    const client = new ApiClient(this.#base);
    client.language = this.#language;
    await client.signIn(username, this.password);
    return client;
  }

  #usernameOf(departmentId: string, role: string, person: number): string {
    return this.#namesOf?.(departmentId, role, person).username ?? `${role}.${departmentId}.${person}`;
  }
}
