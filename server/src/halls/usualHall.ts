import reference from '../../data/daxing/halls.json' with { type: 'json' };
import type { DepartmentDocument } from '../organisation/model.ts';
import { newId } from '../store/newId.ts';
import type { HallDocument, QueueRules } from './model.ts';

const known = reference as Record<string, Pick<HallDocument, 'name' | 'address' | 'groups' | 'counters'>>;

const rules: QueueRules = {
  callsBeforeSkip: 2,
  returnAfter: 3,
  checkInEarly: 30,
  checkInLate: 15,
  slotMinutes: 30,
  daysAhead: 7,
  missesAllowed: 3,
};

/**
 * The hall of a department as it is before anybody has changed it: that of the reference district where it is described
 * there, else counters for everything, three in a town, one in a village. It is stored when it is first changed.
 */
export function usualHall(department: DepartmentDocument, options: { demonstration: boolean }): HallDocument {
  const { departmentId, level, tenant } = department;
  const described = options.demonstration ? known[departmentId] : undefined;
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    hallId: departmentId,
    version: 0,
    name: described?.name ?? department.name,
    address: described?.address ?? '',
    level,
    departmentId,
    days: 'workdays',
    hours: [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '17:00' },
    ],
    groups: described?.groups ?? [
      {
        key: 'A',
        name: { 'zh-CN': '综合服务', en: 'General services' },
        minutes: 15,
        capacity: level === 'village' ? 1 : 2,
        takes: everything(),
      },
    ],
    counters:
      described?.counters ??
      (level === 'village' ? ['1'] : ['1', '2', '3']).map((no) => ({
        no,
        groups: ['A'],
        takes: everything(),
      })),
    rules: { ...rules },
    deviceKeyNo: 1,
  };
}

const everything = () => ({ all: true, departments: [], items: [] });
