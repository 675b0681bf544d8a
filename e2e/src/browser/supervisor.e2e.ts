import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit, screens } from './openVisit.ts';
import { acceptedCase, as } from './prepareCases.ts';
import { press, untilFocused, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('the supervisor', () => {
  after(closeBrowser);

  it('goes from a number of the board to the case, sees the arithmetic of its clock and urges', async () => {
    const { id, caseNo } = await acceptedCase();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'supervisor');
    await page.getByRole('heading', { name: '电子监察' }).waitFor();
    await page.getByRole('table').waitFor();
    await visit.look('supervision');

    // From the number of the department to the list behind it; the list is in the address.
    await press(page, page.getByRole('link', { name: /^大兴区市场监督管理局，正常 \d+ 件$/ }));
    const list = page.getByRole('table', { name: '办件清单' });
    await list.waitFor();
    assert.match(page.url(), /department=scjg&light=green/);
    await visit.look('supervision-list');
    const wanted = list.getByRole('link', { name: String(caseNo) });
    for (const more = page.getByRole('button', { name: '显示更多' }); (await wanted.count()) === 0; ) {
      await more.click();
      await page.waitForLoadState('networkidle');
    }
    await press(page, wanted, { most: 200 });
    await page.getByRole('heading', { name: `办件 ${String(caseNo)}` }).waitFor();
    await page.getByText('承诺时限').first().waitFor();
    await visit.look('supervision-case');

    // Why the clock says what it says.
    const why = page.getByRole('button', { name: /^查看计算过程 ?承诺时限/ });
    await press(page, why);
    const drawer = page.getByRole('dialog', { name: '计算过程：承诺时限' });
    await drawer.locator('ol > li').first().waitFor();
    assert.match(await drawer.locator('ol').innerText(), /工作日/);
    await visit.look('supervision-clock');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await why.and(page.locator(':focus')).waitFor();

    // Urge; the department sees it.
    await press(page, page.getByRole('button', { name: '催办/督办' }), { back: true });
    const message = `请尽快审查办件 ${String(caseNo)}。`;
    await writeInto(page, page.getByRole('dialog').getByLabel(/^内容/), message);
    await visit.look('supervision-urge');
    await press(page, page.getByRole('dialog').getByRole('button', { name: '发送' }));
    await page.getByText('已发送。').waitFor();
    const urges = (await (await as('approver')).get('/supervision/urges?state=open'))['items'] as Json[];
    assert.ok(urges.some((urge) => urge['message'] === message && urge['caseId'] === id));
    await page.goBack();
    await list.waitFor();

    // What came in this month, by department and item and day by day.
    await visit.go('/supervision?tab=figures');
    await page.getByRole('row', { name: /^大兴区市场监督管理局 食品经营许可 / }).waitFor();
    await visit.look('supervision-figures', { full: true });
    const figure = page.getByRole('radiogroup', { name: '热力图显示' });
    await figure.getByRole('radio', { name: '收件' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('grid', { name: /^各部门每日办结件数/ }).waitFor();
    await page.keyboard.press('ArrowLeft');
    const heat = page.getByRole('grid', { name: /^各部门每日收件件数/ });
    await press(page, heat.locator('[tabindex="0"]'), { most: 20 });
    await list.waitFor();
    assert.match(page.url(), /tab=figures&department=\w+&figure=received&day=\d{4}-\d\d-\d\d$/);
    await page.goBack();
    await heat.waitFor();

    await page.setViewportSize(screens.phone);
    await visit.look('supervision-figures-narrow', { full: true });
    await page.setViewportSize(screens.office);
    await visit.go('/supervision?tab=ages');
    await page
      .getByRole('row', { name: /^7 天以后到期/ })
      .getByRole('link')
      .waitFor();
    await visit.look('supervision-ages');
    await press(page, page.getByRole('tab', { name: '到期分布' }), { most: 200 });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('link', { name: /^食品经营许可，正常 \d+ 件$/ }), { most: 200 });
    await list.waitFor();
    assert.match(page.url(), /item=scjg-food&light=green/);

    // Department, level and item in one table; a number of it is a list, and the view is kept under a name.
    await visit.go('/supervision?tab=lights');
    const cross = page.getByRole('table', { name: /^各层级、各部门、各事项的在办件/ });
    await cross.getByRole('rowheader', { name: /^区级/ }).waitFor();
    await visit.look('supervision-cross', { full: true });
    const cell = cross.getByRole('link', { name: /^大兴区市场监督管理局 食品经营许可，正常 \d+ 件$/ });
    await press(page, cell, { most: 300 });
    await list.waitFor();
    assert.match(page.url(), /tab=lights&department=scjg&item=scjg-food&light=green/);
    const kept = `市监正常件 ${Date.now()}`;
    // All cases of the list lie between; how many there are depends on what ran before.
    await press(page, page.getByRole('button', { name: '存为视图' }), { back: true, most: 300 });
    await writeInto(page, page.getByRole('dialog').getByLabel(/^视图名称/), kept);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await visit.go('/supervision?tab=lights&shape=rows');
    await page.getByRole('table', { name: '各部门各事项的在办件，逐行' }).waitFor();
    await page.setViewportSize(screens.phone);
    await visit.look('supervision-cross-narrow');
    await page.setViewportSize(screens.office);
    const views = page.getByRole('combobox', { name: '已存视图' });
    await views.focus();
    await page.keyboard.insertText(kept);
    await page.getByRole('option', { name: kept }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await list.waitFor();
    assert.match(page.url(), /light=green/);

    // Where cases wait, painted on the process and as a table.
    await visit.go('/supervision?tab=bottleneck&pack=scjg-food');
    await page.getByRole('group', { name: '流程图与各环节办件数' }).waitFor();
    await page.getByRole('table', { name: '各环节用时与时限' }).getByRole('rowheader').first().waitFor();
    await visit.look('supervision-bottleneck', { full: true });

    // The report of the month: sealed, and every number leads to its cases.
    await visit.go('/supervision?tab=reports');
    await page.getByLabel('月份').waitFor();
    await visit.look('supervision-reports');
    await page.getByLabel('月份').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7));
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: '出具报告' }), { back: true });
    await page.getByRole('heading', { name: /^月度评估报告 京兴政数评〔\d{4}〕\d+号$/ }).waitFor();
    await visit.look('supervision-report', { full: true });
    await press(page, page.getByRole('button', { name: /^1-1 收件：\d+$/ }), { most: 200 });
    const behind = page.getByRole('dialog');
    await behind.getByRole('link', { name: String(caseNo) }).waitFor();
    await page.keyboard.press('Escape');
    await behind.waitFor({ state: 'hidden' });
    await press(page, page.getByRole('button', { name: '月度评估报告' }), { back: true, most: 200 });
    await behind.locator('.ow-pdf-page p:not(:empty)').first().waitFor({ state: 'attached' });
    await visit.look('supervision-report-letter');
    await page.keyboard.press('Escape');

    // The wall: nobody's name on it, turned and left by keyboard.
    await page.setViewportSize({ width: 1920, height: 1080 });
    await visit.go('/supervision/screen');
    await page.getByRole('heading', { name: '各部门亮灯' }).waitFor();
    await visit.look('supervision-screen');
    assert.doesNotMatch(await page.locator('main').innerText(), /\*\*/);
    for (const name of ['超期办件', '近两周每日收件', '到期分布']) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name }).waitFor();
      await visit.look(`supervision-screen-${name}`);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '按部门' }).waitFor();
    await page.setViewportSize(screens.office);

    // What happens is seen where it is not looked for.
    await visit.go('/supervision?tab=feed');
    const feed = page.getByRole('list', { name: '实时动态' });
    await feed.getByText(String(caseNo)).first().waitFor();
    const later = await acceptedCase();
    await feed.getByText(String(later.caseNo)).first().waitFor();
    await visit.look('supervision-feed');
    await visit.close();

    // The department receives it and answers on its page; the supervisor accepts.
    const office = await openVisit();
    await signInThere(office, 'approver');
    await office.page.getByText(message).first().waitFor();
    await office.look('inbox-urged');
    await press(office.page, office.page.getByRole('link', { name: message }).first());
    await office.page.getByRole('heading', { name: /^催办 / }).waitFor();
    await press(office.page, office.page.getByRole('button', { name: '签收', exact: true }));
    await office.page.getByText('已签收').first().waitFor();
    await writeInto(office.page, office.page.getByLabel(/^办理情况/), '已完成审查，今日办结。');
    await press(office.page, office.page.getByRole('button', { name: '提交答复' }));
    await office.page.getByText('已答复', { exact: true }).waitFor();
    await office.look('order-answered', { full: true });
    // The button is gone with its act: the heading has the focus, and the way goes on from there.
    await untilFocused(office.page.getByRole('heading', { level: 1 }));
    await press(office.page, office.page.getByRole('button', { name: '催办函' }));
    const letter = office.page.getByRole('dialog');
    await letter.locator('.ow-pdf-page p:not(:empty)').first().waitFor({ state: 'attached' });
    await office.look('order-letter');
    await office.page.keyboard.press('Escape');
    const address = new URL(office.page.url()).pathname;
    await office.close();

    const again = await openVisit('phone');
    await signInThere(again, 'supervisor');
    await again.go(address);
    await again.page.getByText('已完成审查，今日办结。').waitFor();
    await again.look('order-to-accept', { full: true });
    await press(again.page, again.page.getByRole('button', { name: '认可', exact: true }));
    await again.page.getByText('已办结', { exact: true }).waitFor();
    await again.close();
  });

  it('answers what somebody could not get done, from a phone to the closed finding', async () => {
    const text = `跑了三次窗口都没有办成，没有人告诉我还差什么（${Date.now()}）。`;
    const anybody = await openVisit('phone');
    await anybody.go('/complaints');
    await writeInto(anybody.page, anybody.page.getByLabel(/^什么事没办成/), text);
    await press(anybody.page, anybody.page.getByRole('button', { name: '提交' }));
    await anybody.page.getByText('请填写电话或邮箱。').waitFor();
    await anybody.look('complaint', { full: true });
    await writeInto(anybody.page, anybody.page.getByLabel(/^联系方式/), '13800000077');
    await press(anybody.page, anybody.page.getByRole('button', { name: '提交' }));
    await press(anybody.page, anybody.page.getByRole('link', { name: '请保存此链接，查看答复' }));
    await anybody.page.getByText('办理中').waitFor();

    const clerk = await openVisit();
    await signInThere(clerk, 'clerk');
    await clerk.go('/supervised?rule=complaint');
    await press(clerk.page, clerk.page.getByRole('link', { name: '“办不成事”反映' }).first());
    await clerk.page.getByText(text).waitFor();
    await writeInto(clerk.page, clerk.page.getByLabel(/^答复内容/), '已约您明天上午专人办理。');
    await press(clerk.page, clerk.page.getByRole('button', { name: '提交答复' }));
    await clerk.page.getByText('待监察审核').waitFor();
    await clerk.look('complaint-answered', { full: true });
    const address = new URL(clerk.page.url()).pathname;
    await clerk.close();

    await anybody.page.reload();
    await anybody.page.getByText('已约您明天上午专人办理。').waitFor();
    await anybody.look('complaint-answer');
    await anybody.close();

    const visit = await openVisit();
    await signInThere(visit, 'supervisor');
    await visit.go('/supervision?tab=findings&rule=complaint&stage=explained');
    await visit.page.getByRole('list', { name: '监察发现' }).getByRole('link').first().waitFor();
    await visit.look('findings', { full: true });
    await visit.go(address);
    await writeInto(visit.page, visit.page.getByLabel(/^结论和理由/), '情况属实，已整改。');
    await visit.look('finding', { full: true });
    await press(visit.page, visit.page.getByRole('button', { name: '确认结论' }));
    await visit.page.getByText('办结：成立').waitFor();
    await untilFocused(visit.page.getByRole('heading', { level: 1 }));
    await visit.look('finding-closed', { full: true });
    await visit.go('/supervision?tab=nowhere');
    await visit.page.getByRole('tab', { name: '按部门', selected: true }).waitFor();
    await visit.close();
  });
});
