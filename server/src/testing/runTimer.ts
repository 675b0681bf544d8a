import type { TestServer } from './startTestServer.ts';

/** Runs the timer of a case in the engine, as the engine does when it falls due; nothing where it has run. */
export async function runTimer(server: TestServer, caseId: string): Promise<void> {
  const subject = await server.app.models.cases.findOne({ _id: caseId }).lean();
  const { ENGINE_URL, ENGINE_USER, ENGINE_PASSWORD } = server.app.config;
  const base = `${ENGINE_URL}`.endsWith('/engine-rest') ? ENGINE_URL : `${ENGINE_URL}/engine-rest`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${ENGINE_USER}:${ENGINE_PASSWORD}`).toString('base64')}`,
  };
  const instance = subject?.engine.processInstanceId ?? '';
  const answer = await fetch(`${base}/job?processInstanceId=${instance}&timers=true`, { headers });
  for (const job of (await answer.json()) as { id: string }[])
    await fetch(`${base}/job/${job.id}/execute`, { method: 'POST', headers });
  await server.settle();
}
