import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/request.ts';
import { chosenTransport, type DeviceChoice } from './chosenTransport.ts';
import { type DeviceBridge, DeviceError } from './deviceBridge.ts';
import { bridgeOver } from './deviceProtocol.ts';

export interface DeviceSettings extends DeviceChoice {
  /** Faces can be compared. */
  matching: boolean;
  /** Likeness from which it is the same person, 0 to 1. */
  threshold: number;
}

const devices = queryOptions({
  queryKey: ['devices'],
  queryFn: () => request<DeviceSettings>('GET', '/devices'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The devices of this window, chosen by the server's configuration, and whether faces can be compared. */
export function useDevices(): { bridge: DeviceBridge; settings: DeviceSettings | undefined } {
  const client = useQueryClient();
  const { data: settings } = useQuery(devices);
  const bridge = useMemo(() => bridgeOver(chosenTransport(() => client.ensureQueryData(devices))), [client]);
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
