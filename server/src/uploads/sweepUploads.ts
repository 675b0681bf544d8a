import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import type { UploadDocument } from './model.ts';
import { dropUpload } from './uploadStaging.ts';

const batch = 100;

/** Gives up what nobody has gone on with for a day. */
export async function sweepUploads(app: AppContext): Promise<void> {
  const { tenant } = app;
  for (;;) {
    const due = (await app.models.uploads
      .find({ tenant, sweepAt: upTo(app.time.now()) })
      .limit(batch)
      .lean()) as UploadDocument[];
    for (const upload of due) await dropUpload(app, upload);
    if (due.length < batch) return;
  }
}
