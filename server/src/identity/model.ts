import { type BaseDocument, documentSchema, flag, instant, text, texts } from '../store/documentSchema.ts';

export const roles = ['clerk', 'approver', 'head', 'designer', 'supervisor', 'admin', 'expert'] as const;
export type Role = (typeof roles)[number];

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
