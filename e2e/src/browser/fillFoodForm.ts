import type { Page } from 'playwright-core';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { fieldNamed } from './fieldNamed.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';

/** Fills the application form of a new food license from its first field to its last, by keyboard only. */
export async function fillFoodForm(page: Page): Promise<void> {
  const form = page.locator('#part-form');
  const write = (label: string, text: string) => writeInto(page, fieldNamed(form, label), text);
  const choose = async (label: string, downs: number) => {
    await tabTo(page, fieldNamed(form, label, 'combobox'));
    for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown');
  };
  const radio = (label: string, index: number) =>
    chooseRadio(page, form.getByRole('radiogroup', { name: label }), index);
  await write('经营者名称', restaurant.name);
  await write('统一社会信用代码', restaurant.idNumber);
  await choose('经营者类型', 1);
  await write('法定代表人（负责人）', restaurant.legalRepresentative);
  await write('住所', '北京市大兴区黄村镇兴华大街1号');
  await write('联系人', '李小兰');
  await write('联系电话', restaurant.phone);
  await write('经营场所地址', '北京市大兴区黄村镇兴华大街1号1层');
  await write('经营场所面积', '180');
  await choose('场所使用权', 2);
  await radio('是否有外设仓库', 1);
  await choose('主体业态', 2);
  await tabTo(page, form.getByRole('checkbox', { name: '热食类食品制售' }));
  await page.keyboard.press('Space');
  await radio('是否通过网络经营', 1);
  await write('从业人员数', '12');
  await write('持有效健康证明人数', '12');
  await write('食品安全管理员姓名', '王安全');
  await write('食品安全管理员电话', '13800000002');
  await press(page, form.getByRole('button', { name: /添加设备/ }));
  await write('名称', '冷藏柜');
  await write('数量', '4');
  await tabTo(page, form.getByRole('checkbox', { name: /本申请所填内容/ }));
  await page.keyboard.press('Space');
}
