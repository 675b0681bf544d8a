import type { Visit } from './openVisit.ts';
import { press } from './reachByKeyboard.ts';

/** Opens the header's menu where there is one, on a phone, so that what is in it can be reached. */
export async function openMenu({ page }: Visit): Promise<void> {
  const opener = page.getByRole('button', { name: '菜单' });
  if (await opener.isVisible()) await press(page, opener, { back: true });
}
