import type { PackView } from '../api/packTypes.ts';
import type { Text } from '../api/types.ts';

/** The pack's name out of its manifest, or its code. */
export function packName(pack: PackView, say: (text: Text | string | null | undefined) => string): string {
  const { manifest } = pack;
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return pack.packCode;
  const { name } = manifest;
  if (typeof name === 'string') return name;
  if (typeof name === 'object' && name !== null && 'zh-CN' in name && 'en' in name) return say(name as Text);
  return pack.packCode;
}
