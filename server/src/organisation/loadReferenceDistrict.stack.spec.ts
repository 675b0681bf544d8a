import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import { loadReferenceDistrict } from './loadReferenceDistrict.ts';

describe('short names of the bodies', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
  });
  after(() => server.close());

  it('stand in the numbers of documents', async () => {
    const clerk = await signIn(server.base, 'clerk');
    const draft = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(draft['id']));
    const { app } = server;
    const documents = await app.models.caseDocuments.find({ caseId: String(draft['id']) }).lean();
    const numbers = documents.map(({ number }) => number.replace(/\d{21}/, '…').replace(/\d{4}/, '年'));
    assert.deepEqual(numbers.sort(), ['京兴市监受〔年〕…号', '京兴市监收〔年〕…号'].sort());
  });

  it('are added to a district loaded before they existed; one that was changed stays', async () => {
    // given
    const { models, tenant } = server.app;
    await models.departments.updateMany({ tenant }, { $unset: { shortName: 1 } });
    await models.departments.updateOne({ tenant, departmentId: 'mzj' }, { $set: { shortName: '民' } });
    // when
    await loadReferenceDistrict(models, tenant);
    // then
    const shortName = async (departmentId: string) =>
      (await models.departments.findOne({ tenant, departmentId }).lean())?.shortName;
    assert.equal(await shortName('scjg'), '市监');
    assert.equal(await shortName('mzj'), '民');
    assert.equal(await shortName('t005'), '黄村镇');
  });
});
