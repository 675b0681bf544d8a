/** What a window can have beside its screen. */
export const deviceKinds = ['cardReader', 'scanner', 'camera', 'signaturePad', 'printer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** A picture from a device. */
export interface Picture {
  mediaType: 'image/jpeg' | 'image/png';
  /** Base64. */
  data: string;
}

/** What a card reader reads from an identity document. */
export interface CardReading {
  /** Holder kind of GB/T 36903: 111 resident ID card, 553 … */
  idType: string;
  name: string;
  number: string;
  /** Last day on which the document counts, `YYYY-MM-DD`; absent: long-term. */
  validTo?: string;
  /** The photograph on the document. */
  photo?: Picture;
}

export type DeviceFault = 'absent' | 'busy' | 'cancelled' | 'failed';

/** A device did not do what it was asked. Everything can be done without it: by typing, choosing a file, the browser's print. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly device: DeviceKind;
  readonly fault: DeviceFault;

  constructor(device: DeviceKind, fault: DeviceFault) {
    super(`${device}: ${fault}`);
    this.device = device;
    this.fault = fault;
  }
}

/** Port to the devices of a window. Every method throws DeviceError. */
export interface DeviceBridge {
  /** Reads the document that lies on the reader; waits for one. */
  readCard(): Promise<CardReading>;
  /** The pages that lie in the scanner, in their order. */
  scan(): Promise<Picture[]>;
  /** One photograph of the person at the window. */
  photograph(): Promise<Picture>;
  /** A signature written on the pad. */
  sign(): Promise<Picture>;
  print(document: { name: string; pdf: Blob }): Promise<void>;
}
