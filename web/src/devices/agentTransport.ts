import type { DeviceFault } from './deviceBridge.ts';
import type { DeviceTransport } from './deviceProtocol.ts';

/** How long a person may take to lay a card on the reader or to sign, in milliseconds. */
const patience = 60_000;

const faultOf: Readonly<Record<number, DeviceFault>> = { 404: 'absent', 409: 'busy', 499: 'cancelled' };

/** The device agent on this computer, over loopback HTTP: `POST <agent>/v1/<operation>` (docs/devices.md). */
export function agentTransport(address: string): DeviceTransport {
  return async (operation, parameters) => {
    let response: Response;
    try {
      response = await fetch(`${address}/v1/${operation}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(parameters),
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
      });
    } catch {
      return { ok: false, fault: 'absent' };
    }
    if (!response.ok) return { ok: false, fault: faultOf[response.status] ?? 'failed' };
    try {
      return { ok: true, result: await response.json() };
    } catch {
      return { ok: false, fault: 'failed' };
    }
  };
}
