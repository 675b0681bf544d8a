import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/request.ts';
import { printBlob } from '../components/saveBlob.ts';
import { agentTransport } from './agentTransport.ts';
import { channelTransport } from './channelTransport.ts';
import { type DeviceBridge, DeviceError, noDevices } from './deviceBridge.ts';
import { bridgeOver } from './deviceProtocol.ts';

export interface DeviceSettings {
  /** Loopback address of the device agent. */
  agent: string | null;
  /** The simulator page stands in for the devices (development). */
  simulator: boolean;
  /** Faces can be compared. */
  matching: boolean;
  /** Likeness from which it is the same person, 0 to 1. */
  threshold: number;
}

/** The devices of this window, chosen by the server's configuration, and whether faces can be compared. */
export function useDevices(): { bridge: DeviceBridge; settings: DeviceSettings | undefined } {
  const { data: settings } = useQuery({
    queryKey: ['devices'],
    queryFn: () => request<DeviceSettings>('GET', '/devices'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const bridge = useMemo(() => {
    if (settings === undefined) return noDevices;
    if (settings.agent !== null) return bridgeOver(agentTransport(settings.agent));
    return settings.simulator ? bridgeOver(channelTransport) : noDevices;
  }, [settings]);
  return { bridge, settings };
}

/** What a failed device means and what to do instead; undefined for an error that is no device's. */
export function useDeviceWords(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof DeviceError)) return undefined;
    return `${t(`devices.fault.${error.fault}`, { device: t(`devices.kind.${error.device}`) })}${t(`devices.instead.${error.device}`)}`;
  };
}

/** Prints on the window's printer, and where there is none through the browser. */
export async function printOn(bridge: DeviceBridge, document: { name: string; pdf: Blob }): Promise<void> {
  try {
    await bridge.print(document);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    printBlob(document.pdf);
  }
}
