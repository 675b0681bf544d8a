import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, test } from 'node:test';
import { GridFSBucket } from 'mongodb';
import { type ContractStore, openContractStore } from './openContractStore.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('store contract: files (GridFS)', () => {
  let store: ContractStore;
  let bucket: GridFSBucket;
  before(async () => {
    store = await openContractStore();
    bucket = new GridFSBucket(store.db, { bucketName: 'files' });
  });
  after(() => store.close());

  const read = async (id: Parameters<GridFSBucket['openDownloadStream']>[0]) =>
    Buffer.concat((await bucket.openDownloadStream(id).toArray()) as Buffer[]);

  test('a file of three chunks comes back byte for byte, with its metadata', async () => {
    const bytes = randomBytes(600_000);
    const upload = bucket.openUploadStream(sha256(bytes), { metadata: { keyId: 'k1' } });
    await pipeline(Readable.from([bytes]), upload);
    assert.equal(sha256(await read(upload.id)), sha256(bytes));
    const [file] = await bucket.find({ filename: sha256(bytes) }).toArray();
    assert.equal(file?.length, 600_000);
    assert.equal(file?.metadata?.['keyId'], 'k1');
  });

  test('files written at the same time do not mix', async () => {
    const contents = Array.from({ length: 5 }, () => randomBytes(300_000));
    const uploads = contents.map((bytes) => ({ bytes, upload: bucket.openUploadStream('same name') }));
    await Promise.all(uploads.map(({ bytes, upload }) => pipeline(Readable.from([bytes]), upload)));
    for (const { bytes, upload } of uploads) assert.equal(sha256(await read(upload.id)), sha256(bytes));
  });

  test('a deleted file is gone, chunks too', async () => {
    const upload = bucket.openUploadStream('gone');
    await pipeline(Readable.from([randomBytes(10)]), upload);
    await bucket.delete(upload.id);
    await assert.rejects(read(upload.id), /FileNotFound/);
    assert.equal(await store.db.collection('files.chunks').countDocuments({ files_id: upload.id }), 0);
  });
});
