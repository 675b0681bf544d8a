/** Parts of a pack in which people look for a change, in the order in which they are shown. */
export const diffAreas = [
  'limits',
  'process',
  'decision',
  'steps',
  'materials',
  'form',
  'license',
  'texts',
  'notices',
  'manifest',
] as const;

export const changeKinds = ['added', 'removed', 'changed', 'moved'] as const;
