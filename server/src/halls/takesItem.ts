import type { TakenItems } from './model.ts';

/** An item as counters tell it apart: its code and its deciding department. */
export interface TakableItem {
  packCode: string;
  departmentId: string;
}

/** Whether a counter or a service group takes this item. */
export function takesItem(takes: TakenItems, item: TakableItem): boolean {
  return takes.all || takes.items.includes(item.packCode) || takes.departments.includes(item.departmentId);
}
