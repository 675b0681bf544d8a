import { printBlob } from '../components/saveBlob.ts';
import { type DeviceBridge, DeviceError } from './deviceBridge.ts';

/**
 * Prints on the window's printer, and where that is absent, busy or broken through the browser, whose own dialog opens: a
 * document is never lost to a device. Throws what is no fault of a device.
 */
export async function printOn(
  bridge: Pick<DeviceBridge, 'print'>,
  document: { name: string; pdf: Blob },
  throughBrowser: (pdf: Blob) => void = printBlob,
): Promise<void> {
  try {
    await bridge.print(document);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throughBrowser(document.pdf);
  }
}
