import type { EngineClient } from '@onewindow/engine';
import type { Connection } from 'mongoose';
import type { Passport } from 'passport';
import type { Logger } from 'pino';
import type { IdentityRegister } from '../applicants/identityRegister.ts';
import type { PackRegistry } from '../catalog/packRegistry.ts';
import type { LegalCalendar } from '../clocks/legalCalendar.ts';
import type { CreditRegister } from '../commitment/creditRegister.ts';
import type { Config } from '../config/configSchema.ts';
import type { DeliveryCarriers } from '../delivery/carriers.ts';
import type { SealOffice } from '../documents/sealOffice.ts';
import type { DrawingRoom } from '../drawing/drawingRoom.ts';
import type { EventStream } from '../events/eventStream.ts';
import type { ExternalSystems } from '../external/externalSystem.ts';
import type { PayPort } from '../fees/payPort.ts';
import type { ServerLoad } from '../http/serverLoad.ts';
import type { PersonMatcher } from '../identification/personMatcher.ts';
import type { MessageChannels } from '../messages/messageChannel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { QueueStream } from '../queue/queueStream.ts';
import type { RehearsalHouse } from '../rehearsal/RehearsalHouse.ts';
import type { FieldCipher } from '../store/fieldCipher.ts';
import type { FileStore } from '../store/fileStore.ts';
import type { Models } from '../store/models.ts';
import type { NumberReserve } from '../store/reserveNumber.ts';
import type { Limiter } from '../store/storeLimiter.ts';
import type { TimeSource } from '../time/timeSource.ts';

/** Everything a use case may reach outside its arguments: the ports, chosen once in `createAppContext`. */
export interface AppContext {
  config: Config;
  tenant: string;
  log: Logger;
  time: TimeSource;
  connection: Connection;
  models: Models;
  cipher: FieldCipher;
  files: FileStore;
  numbers: NumberReserve;
  organisation: Organisation;
  packs: PackRegistry;
  calendar: LegalCalendar;
  engine: EngineClient;
  credit: CreditRegister;
  seals: SealOffice;
  drawing: DrawingRoom;
  /** National and city systems in which mirrored items are handled. */
  external: ExternalSystems;
  /** Compares faces at the window; undefined where no service is configured. */
  matcher: PersonMatcher | undefined;
  /** Postal service and electronic delivery. */
  carriers: DeliveryCarriers;
  /** The cashier of the non-tax revenue system. */
  pay: PayPort;
  /** Requests that are being answered by this copy. */
  load: ServerLoad;
  /** Text messages and mails to applicants. */
  messages: MessageChannels;
  /** Compares names and numbers of applicants. */
  register: IdentityRegister;
  /** Stages on which unpublished packs are rehearsed; a stage itself has none. */
  rehearsals?: RehearsalHouse;
  stream: EventStream;
  /** Changes in the queues of halls. */
  queueStream: QueueStream;
  loginLimiter: Limiter;
  /** Sign-in codes, by phone and by address. */
  codeLimiters: { phone: Limiter; address: Limiter };
  /** Questions to the registers, by account. */
  registerLimiter: Limiter;
  /** Objections to public notices, by address. */
  objectionLimiter: Limiter;
  /** Requests of other systems, by key. */
  apiKeyLimiter: Limiter;
  /** Appointments at halls, by address. */
  bookingLimiter: Limiter;
  /** Drawings of license templates, by designer. */
  previewLimiter: Limiter;
  /** Set when the HTTP application is made. */
  passport?: InstanceType<typeof Passport>;
}
