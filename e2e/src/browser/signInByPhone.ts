import { readCode } from '../../../scripts/journey/applicant.ts';
import { baseUrl } from './baseUrl.ts';
import type { Visit } from './openVisit.ts';
import { press, writeInto } from './reachByKeyboard.ts';

/** Signs an applicant in on the page that is shown, with the code from the development outbox. */
export async function signInByPhone({ page }: Visit, phone: string): Promise<void> {
  await page.getByRole('heading', { name: '用手机号登录', level: 1 }).waitFor();
  await writeInto(page, page.getByLabel('手机号码'), phone);
  await press(page, page.getByRole('button', { name: '获取验证码' }));
  await page.getByText(`验证码已发送至 ${phone}`).waitFor();
  await writeInto(page, page.getByLabel('验证码', { exact: true }), await readCode(baseUrl, phone));
  await press(page, page.getByRole('main').getByRole('button', { name: /^登 ?录$/ }));
}
