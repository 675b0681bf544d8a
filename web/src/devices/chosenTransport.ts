import { agentTransport } from './agentTransport.ts';
import { channelTransport } from './channelTransport.ts';
import type { DeviceTransport } from './deviceProtocol.ts';

/** Where the server's configuration says that the devices are. */
export interface DeviceChoice {
  /** Loopback address of the device agent. */
  agent: string | null;
  /** The simulator page stands in for the devices (development). */
  simulator: boolean;
}

/**
 * Goes where the configuration says. What is asked before the configuration has come waits for it: a reader that is
 * there is never reported absent because its button was pressed early.
 */
export function chosenTransport(readChoice: () => Promise<DeviceChoice>): DeviceTransport {
  return async (operation, parameters) => {
    const choice = await readChoice().catch(() => undefined);
    if (choice?.agent) return agentTransport(choice.agent)(operation, parameters);
    if (choice?.simulator) return channelTransport(operation, parameters);
    return { ok: false, fault: 'absent' };
  };
}
