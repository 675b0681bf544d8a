import { after, describe, it } from 'node:test';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { fieldNamed } from './fieldNamed.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInByPhone } from './signInByPhone.ts';
import { signInThere } from './signInThere.ts';

const caller = { phone: '13800000088', name: '周来电', idNumber: '110101199003077619' };

describe('the hotline', () => {
  after(closeBrowser);

  it('writes an application down for a caller, who finds it on their phone', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'operator');
    await visit.go('/hotline');
    await page.getByRole('heading', { name: '电话代填', level: 1 }).waitFor();
    const send = page.getByRole('button', { name: '保存并发送短信' });
    await press(page, send);
    await page.getByRole('link', { name: '请选择事项' }).waitFor();
    await page.getByRole('combobox', { name: /事项/ }).and(page.locator('[aria-invalid=true]')).waitFor();
    await visit.look('hotline-missing', { full: true });
    await press(page, page.getByRole('link', { name: '请填写：来电人手机号码' }));
    await page.keyboard.insertText(caller.phone);
    await writeInto(page, page.getByLabel('来电人姓名'), caller.name);
    await writeInto(page, page.getByLabel('来电人身份证号码'), caller.idNumber);
    await tabTo(page, page.getByRole('combobox', { name: /事项/ }));
    await page.keyboard.insertText('食品经营许可 · 新办');
    await page.locator('.ant-select-item-option-active').getByText('食品经营许可 · 新办').waitFor();
    await page.keyboard.press('Enter');
    const form = page.locator('#part-form');
    await form.getByRole('textbox').first().waitFor();
    await writeInto(page, fieldNamed(form, '经营者名称'), restaurant.name);
    // What the caller answers decides which papers they are told to have ready.
    const guide = form.getByRole('region', { name: '情形引导' });
    await chooseRadio(page, guide.getByRole('radiogroup').first(), 0);
    await guide
      .getByText(/^因为“/)
      .first()
      .waitFor();
    await visit.look('hotline', { full: true });
    await press(page, send, { most: 120 });
    await page.getByText('已保存，短信将发给来电人。').waitFor();
    await visit.look('hotline-sent');
    await visit.close();

    const phone = await openVisit('phone');
    await phone.go('/portal/cases');
    await signInByPhone(phone, caller.phone);
    await phone.page.getByRole('link', { name: '食品经营许可' }).first().waitFor();
    await phone.look('hotline-of-caller');
    await phone.close();
  });
});
