import { useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import type { HostServices, PackDirectory } from '../model/hostServices.ts';

const nothing: PackDirectory = { departments: [], licenseTypes: [], themes: [] };
/** Read once for each host. */
const known = new WeakMap<HostServices, Promise<PackDirectory>>();

/** What a pack may name of this installation; empty until it is there, or where nobody can tell. */
export function useDirectory(): PackDirectory {
  const { host } = useDesigning();
  const [directory, setDirectory] = useState(nothing);
  useEffect(() => {
    let gone = false;
    if (host.readDirectory === undefined) return;
    const reading = known.get(host) ?? host.readDirectory();
    known.set(host, reading);
    reading.then(
      (read) => !gone && setDirectory(read),
      // Asked again when the tab is opened next.
      () => known.delete(host),
    );
    return () => {
      gone = true;
    };
  }, [host]);
  return directory;
}
