import { type BaseDocument, documentSchema, flag, instant, text, texts } from '../store/documentSchema.ts';

export const roles = [
  'clerk',
  'approver',
  'head',
  'designer',
  'supervisor',
  'admin',
  'operator',
  'shiftChief',
  'dispatcher',
  'gridWorker',
  'expert',
  'hallManager',
] as const;
export type Role = (typeof roles)[number];
/** Whoever may act: the staff by their roles, applicants of the portal, other systems by their keys. */
export type ActingRole = Role | 'applicant' | 'partner';

/** 受理员, 值班长, 派遣员, 信息采集员 of a dispatch (GB/T 30428); the disposing side is `approver`. */
export const dispatchRoles = ['operator', 'shiftChief', 'dispatcher', 'gridWorker'] as const;

export interface UserDocument extends BaseDocument {
  username: string;
  name: string;
  /** scrypt, see hashPassword. */
  passwordHash: string;
  departmentId: string;
  roles: Role[];
  active: boolean;
  /** True for accounts that come with the demonstration; production refuses to start with one. */
  demonstration: boolean;
  createdAt: Date;
}

export const userSchema = documentSchema<UserDocument>('users', {
  username: text,
  name: text,
  passwordHash: text,
  departmentId: text,
  roles: texts,
  active: flag,
  demonstration: flag,
  createdAt: instant,
});
userSchema.index({ tenant: 1, username: 1 }, { unique: true });
userSchema.index({ tenant: 1, departmentId: 1 });
userSchema.index({ tenant: 1, roles: 1 });
