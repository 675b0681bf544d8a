import { createEngineClient } from '@onewindow/engine';
import pino from 'pino';
import { chooseIdentityRegister } from '../applicants/identityRegister.ts';
import { registerQuestions } from '../applicants/parties.ts';
import { codesPerAddress, codesPerPhone } from '../applicants/signInCode.ts';
import { PackRegistry } from '../catalog/packRegistry.ts';
import { previewLimit } from '../catalog/previewLicense.ts';
import { chooseCalendar } from '../clocks/legalCalendar.ts';
import { chooseCreditRegister } from '../commitment/chooseCreditRegister.ts';
import type { Config } from '../config/configSchema.ts';
import { noCarriers } from '../delivery/carriers.ts';
import { SimulatedCarriers } from '../delivery/simulatedCarriers.ts';
import { chooseSealOffice, type SealConfig } from '../documents/chooseSealOffice.ts';
import { drawHere } from '../drawing/drawHere.ts';
import { drawInProcess } from '../drawing/drawInProcess.ts';
import { EventStream } from '../events/eventStream.ts';
import { noExternalSystems } from '../external/externalSystem.ts';
import { SimulatedExternalSystems } from '../external/simulatedExternalSystems.ts';
import { choosePayPort } from '../fees/choosePayPort.ts';
import { ServerLoad } from '../http/serverLoad.ts';
import { chooseMatcher } from '../identification/chooseMatcher.ts';
import { loginLimit } from '../identity/authenticate.ts';
import { chooseMessageChannels } from '../messages/chooseMessageChannels.ts';
import { loadReferenceDistrict } from '../organisation/loadReferenceDistrict.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { readOrganisation } from '../organisation/readOrganisation.ts';
import { objectionLimit } from '../publicNotice/objectToNotice.ts';
import { bookingLimit } from '../queue/bookAppointment.ts';
import { QueueStream } from '../queue/queueStream.ts';
import { assertTransactions, connectStore } from '../store/connectStore.ts';
import { FieldCipher } from '../store/fieldCipher.ts';
import { GridFileStore } from '../store/fileStore.ts';
import { createModels, prepareCollections } from '../store/models.ts';
import { NumberReserve } from '../store/reserveNumber.ts';
import { storeLimiter } from '../store/storeLimiter.ts';
import { watchQueries } from '../store/watchQueries.ts';
import { systemTime, type TimeSource } from '../time/timeSource.ts';
import type { AppContext } from './appContext.ts';

function sealConfigOf(config: Config): SealConfig {
  const { DEV_AUTHORITY, DATA_DIR, SEALS_DIR, SEALS_PASSPHRASE, TRUST_ROOTS, TSA_URL } = config;
  return { DEV_AUTHORITY, DATA_DIR, SEALS_DIR, SEALS_PASSPHRASE, TRUST_ROOTS, TSA_URL };
}

/**
 * Chooses every port from the configuration: the one place where that is done. Connects to the store and prepares its
 * collections; the engine may be away. Throws Error when the store is away or has no transactions.
 */
export async function createAppContext(
  config: Config,
  options: { time?: TimeSource; organisation?: Organisation } = {},
): Promise<AppContext> {
  const time = options.time ?? systemTime;
  const log = pino({ level: config.LOG_LEVEL, base: { service: 'onewindow' } });
  const connection = await connectStore(config.MONGODB_URI, config.MONGODB_DATABASE);
  watchQueries(connection, log);
  await assertTransactions(connection);
  const models = createModels(connection);
  await prepareCollections(models);
  const tenant = config.TENANT;
  if (config.DEMO_DATA) await loadReferenceDistrict(models, tenant);
  const seals = await chooseSealOffice(config, time);
  const cipher = new FieldCipher(config.FIELD_KEY, config.BLIND_INDEX_KEY);
  const limiter = (collection: string, limit: { points: number; duration: number }) =>
    storeLimiter({ client: connection.getClient(), database: connection.name, collection, ...limit });
  return {
    config,
    tenant,
    log,
    time,
    connection,
    models,
    cipher,
    files: new GridFileStore({ connection, files: models.files, cipher, time }),
    numbers: new NumberReserve(models.counters),
    organisation: options.organisation ?? (await readOrganisation(models, tenant)),
    packs: new PackRegistry(models, tenant),
    calendar: chooseCalendar(config.CALENDAR_FILE),
    engine: createEngineClient({
      url: config.ENGINE_URL,
      user: config.ENGINE_USER,
      password: config.ENGINE_PASSWORD,
    }),
    credit: await chooseCreditRegister({ config, tenant, models, cipher }),
    seals,
    drawing: config.DRAWING === 'process' ? drawInProcess(log, sealConfigOf(config)) : drawHere(seals),
    external: config.EXTERNAL_SYSTEMS === 'simulated' ? new SimulatedExternalSystems() : noExternalSystems,
    matcher: chooseMatcher(config),
    messages: chooseMessageChannels({ config, tenant, models, cipher, time }),
    register: chooseIdentityRegister(config),
    carriers: config.EXTERNAL_SYSTEMS === 'simulated' ? new SimulatedCarriers() : noCarriers,
    pay: choosePayPort({ config, tenant, models, time }),
    load: new ServerLoad(),
    stream: new EventStream(),
    queueStream: new QueueStream(models, tenant),
    loginLimiter: limiter('loginAttempts', loginLimit),
    bookingLimiter: limiter('bookingAttempts', bookingLimit),
    previewLimiter: limiter('previewAttempts', previewLimit),
    codeLimiters: {
      phone: limiter('codesByPhone', codesPerPhone),
      address: limiter('codesByAddress', codesPerAddress),
    },
    // Each key has a rate of its own; this counts.
    apiKeyLimiter: limiter('apiKeyRequests', { points: 1_000_000, duration: 60 }),
    registerLimiter: limiter('registerQuestions', registerQuestions),
    objectionLimiter: limiter('objectionAttempts', objectionLimit),
  };
}
