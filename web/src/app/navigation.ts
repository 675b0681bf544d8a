import type { Role, User } from '../api/types.ts';

export interface NavigationEntry {
  to: string;
  /** Key of the text. */
  label: string;
  roles: readonly Role[];
  /** Only for people of a department that pays benefits. */
  ofPayer?: boolean;
}

/** Who works on tasks. */
export const workers: readonly Role[] = [
  'approver',
  'head',
  'clerk',
  'operator',
  'shiftChief',
  'dispatcher',
  'gridWorker',
  'expert',
];

/** Who belongs to a department's office and is told of what happens there; an expert is asked case by case. */
export const officers: readonly Role[] = workers.filter((role) => role !== 'expert').concat('supervisor');

/** Who is told of being mentioned: in the comments on cases, or of designers on packs. */
export const mentioned: readonly Role[] = [...officers, 'designer', 'admin'];

/** Who sees by which table a case was routed; dispatch has its own ways. */
export const routingReaders: readonly Role[] = ['clerk', 'approver', 'head', 'supervisor'];

/** Who has colleagues at a desk: a deputy, and somebody to stand in for. */
export const deskPeople: readonly Role[] = workers.filter((role) => role !== 'expert');

/** The consoles, in the order in which they are shown. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/window', label: 'app.nav.window', roles: ['clerk'] },
  { to: '/inbox', label: 'app.nav.inbox', roles: [...workers, 'supervisor'] },
  { to: '/people', label: 'app.nav.people', roles: deskPeople },
  { to: '/asked', label: 'app.nav.asked', roles: ['approver', 'head'] },
  {
    to: '/dispatch',
    label: 'app.nav.dispatch',
    roles: ['operator', 'gridWorker', 'dispatcher', 'shiftChief', 'supervisor'],
  },
  { to: '/hotline', label: 'app.nav.hotline', roles: ['operator'] },
  { to: '/checks', label: 'app.nav.checks', roles: ['approver', 'head'] },
  { to: '/publishing', label: 'app.nav.publishing', roles: ['approver', 'head'] },
  { to: '/payments', label: 'app.nav.payments', roles: ['approver', 'head'], ofPayer: true },
  { to: '/supervision', label: 'app.nav.supervision', roles: ['supervisor', 'head'] },
  { to: '/supervised', label: 'app.nav.supervised', roles: ['approver', 'head', 'clerk'] },
  { to: '/evaluation', label: 'app.nav.evaluation', roles: officers },
  { to: '/designer', label: 'app.nav.designer', roles: ['designer', 'admin'] },
  { to: '/operations', label: 'app.nav.operations', roles: ['admin'] },
  { to: '/api-keys', label: 'app.nav.apiKeys', roles: ['admin'] },
  { to: '/halls', label: 'app.nav.halls', roles: ['admin', 'hallManager'] },
  { to: '/supervision/rules', label: 'app.nav.rules', roles: ['admin'] },
  { to: '/evaluation/schemes', label: 'app.nav.schemes', roles: ['admin'] },
  { to: '/licenses', label: 'app.nav.licenses', roles: ['clerk', 'approver', 'head', 'supervisor'] },
];

export function hasRole(user: User, roles: readonly Role[]): boolean {
  return roles.some((role) => user.roles.includes(role));
}

/** What this person may open from the header. */
export function navigationFor(user: User): NavigationEntry[] {
  return navigation.filter(
    (entry) => hasRole(user, entry.roles) && (entry.ofPayer !== true || user.paysBenefits),
  );
}

/** The desk of this person: an approver's inbox before the window, so that people with both see their tasks. */
export function homeOf(user: User): string {
  if (user.roles.includes('supervisor')) return '/supervision';
  if (user.roles.includes('designer')) return '/designer';
  if (user.roles.includes('approver') || user.roles.includes('head')) return '/inbox';
  return navigationFor(user)[0]?.to ?? '/licenses';
}
