import {
  type CardReading,
  type DeviceBridge,
  DeviceError,
  type DeviceFault,
  type DeviceKind,
  type Picture,
} from './deviceBridge.ts';

/** Operations of the device protocol (docs/devices.md), each with the device that it is for. */
export const operations = {
  'card.read': 'cardReader',
  'scanner.scan': 'scanner',
  'camera.photograph': 'camera',
  'signature.sign': 'signaturePad',
  'printer.print': 'printer',
} as const satisfies Record<string, DeviceKind>;
export type Operation = keyof typeof operations;

export type Reply = { ok: true; result: unknown } | { ok: false; fault: DeviceFault };

/** Carries one operation to whoever has the devices. Nobody there: `absent`. Never rejects. */
export type DeviceTransport = (operation: Operation, parameters: object) => Promise<Reply>;

/** The bridge over a transport: asks, and takes no answer that is not of the protocol. */
export function bridgeOver(transport: DeviceTransport): DeviceBridge {
  const ask = async <T>(
    operation: Operation,
    parameters: object,
    read: (result: unknown) => T | undefined,
  ): Promise<T> => {
    const device = operations[operation];
    const reply = await transport(operation, parameters);
    if (!reply.ok) throw new DeviceError(device, reply.fault);
    const result = read(reply.result);
    if (result === undefined) throw new DeviceError(device, 'failed');
    return result;
  };
  return {
    readCard: () => ask('card.read', {}, readCard),
    scan: () => ask('scanner.scan', {}, (result) => readPages(result)),
    photograph: () => ask('camera.photograph', {}, readPicture),
    sign: () => ask('signature.sign', {}, readPicture),
    async print({ name, pdf }) {
      await ask('printer.print', { name, data: await base64Of(pdf) }, () => true);
    },
  };
}

function readCard(result: unknown): CardReading | undefined {
  if (!isRecord(result)) return undefined;
  const { idType, name, number, validTo } = result;
  if (typeof idType !== 'string' || typeof name !== 'string' || typeof number !== 'string') return undefined;
  const photo = readPicture(result['photo']);
  return {
    idType,
    name: name.trim(),
    number: number.trim().toUpperCase(),
    ...(typeof validTo === 'string' ? { validTo } : {}),
    ...(photo === undefined ? {} : { photo }),
  };
}

function readPages(result: unknown): Picture[] | undefined {
  const pages = isRecord(result) ? result['pages'] : undefined;
  if (!Array.isArray(pages)) return undefined;
  const read = pages.map(readPicture);
  return read.every((page) => page !== undefined) ? read : undefined;
}

function readPicture(value: unknown): Picture | undefined {
  if (!isRecord(value)) return undefined;
  const { mediaType, data } = value;
  const known = mediaType === 'image/jpeg' || mediaType === 'image/png';
  return known && typeof data === 'string' && data !== '' ? { mediaType, data } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The bytes of a blob in base64. */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}

/** A picture as a file with a name. */
export function fileOf(picture: Picture, name: string): File {
  const bytes = Uint8Array.from(atob(picture.data), (character) => character.charCodeAt(0));
  const ending = picture.mediaType === 'image/png' ? 'png' : 'jpg';
  return new File([bytes], `${name}.${ending}`, { type: picture.mediaType });
}
