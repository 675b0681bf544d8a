/** What another system says of a case that is handled there. */
export interface ExternalReport {
  /** The number that it gives. */
  number?: string | undefined;
  /** Its own word for the status (`externalSystem.statusMapping[].external`). */
  status?: string | undefined;
}

/** An application as it is handed over: what the pack's `prefill` names, by field over there. */
export interface ExternalApplication {
  packCode: string;
  caseNo: string;
  fields: Readonly<Record<string, string>>;
  /** Pattern of the numbers that the system gives. */
  numberPattern: string | undefined;
  /** Status that means: taken in. */
  takenIn: string | undefined;
}

/** The port to national and city systems in which mirrored items are handled; chosen in `createAppContext`. */
export interface ExternalSystems {
  /** False: nobody to hand over to; number and status are entered by people. */
  readonly connected: boolean;
  /** Hands an application over. The same case number again changes nothing and is answered as the first time. */
  push(application: ExternalApplication): Promise<ExternalReport>;
  /** What the system says now; undefined when it does not know the number. */
  read(packCode: string, number: string): Promise<ExternalReport | undefined>;
}

/** No connection to any system. */
export const noExternalSystems: ExternalSystems = {
  connected: false,
  push: () => Promise.reject(new Error('no connection to external systems is configured')),
  read: () => Promise.resolve(undefined),
};
