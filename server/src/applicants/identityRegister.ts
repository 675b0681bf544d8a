import register from '../../data/daxing/identityRegister.json' with { type: 'json' };
import type { Config } from '../config/configSchema.ts';
import type { PartyPerson } from './model.ts';

/** What a register of persons or companies says of a name and a number. */
export type RegisterAnswer = 'match' | 'mismatch' | 'unknown';

/** The port to the registers with which names and numbers are compared; chosen here. */
export interface IdentityRegister {
  /** Who it is, as the party records it; undefined: no register is connected and nobody is verified. */
  readonly name: 'simulatedRegister' | undefined;
  /** Whether this is the person behind the number and this phone is theirs. */
  checkPerson(person: PartyPerson & { phone: string }): Promise<RegisterAnswer>;
  /** Whether the company has this name and this person represents it. */
  checkCompany(company: PartyPerson, representative: PartyPerson): Promise<RegisterAnswer>;
}

const none: IdentityRegister = {
  name: undefined,
  checkPerson: () => Promise.resolve('unknown'),
  checkCompany: () => Promise.resolve('unknown'),
};

/** Stands in for the registers in development: knows a few made-up persons and companies. */
const simulated: IdentityRegister = {
  name: 'simulatedRegister',
  async checkPerson({ name, idNumber, phone }) {
    const known = register.persons.find((person) => person.idNumber === idNumber);
    if (known === undefined) return 'unknown';
    return known.name === name && known.phones.includes(phone) ? 'match' : 'mismatch';
  },
  async checkCompany({ name, idNumber }, representative) {
    const known = register.companies.find((company) => company.creditCode === idNumber);
    if (known === undefined) return 'unknown';
    const same = known.name === name && known.legalRepresentativeId === representative.idNumber;
    return same ? 'match' : 'mismatch';
  },
};

export function chooseIdentityRegister(config: Config): IdentityRegister {
  const wanted = config.IDENTITY_REGISTER ?? (config.DEMO_DATA ? 'simulated' : 'none');
  return wanted === 'simulated' ? simulated : none;
}
