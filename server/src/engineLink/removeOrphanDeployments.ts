import type { AppContext } from '../app/appContext.ts';
import { reconcilerFindings } from '../http/metrics.ts';
import { eachByItself } from './eachByItself.ts';

/** Milliseconds in which a deployment may still get its version: publishing deploys first and commits then. */
const beingPublished = 10 * 60_000;

/** Removes deployments that no version owns: what a crash between deploying and committing left behind. */
export async function removeOrphanDeployments(app: AppContext): Promise<void> {
  const young = app.time.now().getTime() - beingPublished;
  const deployments = await app.engine.listDeployments({ source: 'onewindow', tenantIdIn: app.tenant });
  await eachByItself({
    app,
    part: 'deployments',
    items: deployments.filter(({ deploymentTime }) => new Date(deploymentTime).getTime() <= young),
    idOf: ({ id }) => id,
    work: async ({ id }) => {
      const owner = await app.models.packVersions
        .findOne({ tenant: app.tenant, deploymentId: id }, { _id: 1 })
        .lean();
      if (owner !== null) return;
      await app.engine.deleteDeployment(id);
      reconcilerFindings.inc({ kind: 'orphanDeployment' });
      app.log.warn({ deployment: id }, 'reconciler removed an orphan deployment');
    },
  });
}
