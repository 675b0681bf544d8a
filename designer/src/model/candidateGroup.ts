/** Who does a task: the variable that holds the department, and the role. */
export interface Assignment {
  readonly departmentVariable: string;
  readonly role: string;
}

/** Roles that a task may ask for. */
export const roles = ['clerk', 'approver', 'head'] as const;

/** Reads `${tenant}:${department}:approver`; null when it is written in another way. */
export function readAssignment(candidateGroups: string | undefined): Assignment | null {
  const match = /^\$\{tenant\}:\$\{([A-Za-z_][A-Za-z0-9_]*)\}:([A-Za-z]+)$/.exec(
    candidateGroups?.trim() ?? '',
  );
  return match === null ? null : { departmentVariable: match[1] ?? '', role: match[2] ?? '' };
}

export function writeAssignment({ departmentVariable, role }: Assignment): string {
  return `\${tenant}:\${${departmentVariable}}:${role}`;
}
