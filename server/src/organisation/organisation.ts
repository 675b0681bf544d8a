import type { DepartmentDocument, DivisionDocument } from './model.ts';

/** The departments and divisions of a tenant, read once: they change by import, followed by a restart. */
export class Organisation {
  readonly #departments: ReadonlyMap<string, DepartmentDocument>;
  readonly #divisions: ReadonlyMap<string, DivisionDocument>;

  constructor(departments: readonly DepartmentDocument[], divisions: readonly DivisionDocument[]) {
    this.#departments = new Map(departments.map((entry) => [entry.departmentId, entry]));
    this.#divisions = new Map(divisions.map((entry) => [entry.code, entry]));
  }

  /** Throws Error for an unknown id. */
  department(id: string): DepartmentDocument {
    const found = this.#departments.get(id);
    if (found === undefined) throw new Error(`no department "${id}"`);
    return found;
  }

  findDepartment(id: string): DepartmentDocument | undefined {
    return this.#departments.get(id);
  }

  departments(): DepartmentDocument[] {
    return [...this.#departments.values()];
  }

  /** The body that governs a division: the town government of a town, the village committee of a village. */
  departmentOfDivision(code: string): DepartmentDocument | undefined {
    return this.departments().find((entry) => entry.division === code && entry.level !== 'district');
  }

  division(code: string): DivisionDocument | undefined {
    return this.#divisions.get(code);
  }

  towns(): DivisionDocument[] {
    return [...this.#divisions.values()].filter((entry) => entry.level === 'town');
  }

  villagesOf(townCode: string): DivisionDocument[] {
    return [...this.#divisions.values()].filter((entry) => entry.parent === townCode);
  }
}
