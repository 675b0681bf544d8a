import type { Transport } from './transport.ts';
import type { DecisionDefinition, Deployment, DeploymentResult, ProcessDefinition } from './types.ts';
import { fromTypedVariables, toTypedVariables, type Variables } from './variables.ts';

type Definitions = Record<string, { id: string; key: string }> | null | undefined;

/** Deployments and definitions. */
export function repositoryCalls({ send }: Transport) {
  return {
    /**
     * Deploys files as one deployment of a tenant; never filters duplicates, so that every pack version has its own parts.
     * Throws EngineError `engineRefused` with `problems` when a model does not parse or runs code; nothing is deployed then.
     */
    async deploy({
      name,
      tenant,
      source = 'onewindow',
      files,
    }: {
      name: string;
      tenant: string;
      source?: string;
      files: { path: string; content: string }[];
    }): Promise<DeploymentResult> {
      const form = new FormData();
      form.set('deployment-name', name);
      form.set('deployment-source', source);
      form.set('tenant-id', tenant);
      form.set('deploy-changed-only', 'false');
      form.set('enable-duplicate-filtering', 'false');
      for (const { path, content } of files) form.set(path, new Blob([content], { type: 'text/xml' }), path);
      const answer = (await send('POST', '/deployment/create', { form })) as Deployment & {
        deployedProcessDefinitions?: Definitions;
        deployedDecisionDefinitions?: Definitions;
      };
      const { id, deploymentTime, tenantId } = answer;
      return {
        id,
        name: answer.name,
        source: answer.source,
        deploymentTime,
        tenantId,
        processDefinitionIds: idsByKey(answer.deployedProcessDefinitions),
        decisionDefinitionIds: idsByKey(answer.deployedDecisionDefinitions),
      };
    },
    async getDeployment(id: string): Promise<Deployment> {
      return (await send('GET', `/deployment/${encodeURIComponent(id)}`)) as Deployment;
    },
    async listDeployments(
      query: { name?: string; source?: string; tenantIdIn?: string; after?: string } = {},
    ): Promise<Deployment[]> {
      return (await send('GET', '/deployment', { query })) as Deployment[];
    },
    /** Deletes a deployment; with `cascade` its running instances and their history too. */
    async deleteDeployment(id: string, { cascade = false }: { cascade?: boolean } = {}): Promise<void> {
      await send('DELETE', `/deployment/${encodeURIComponent(id)}`, { query: { cascade } });
    },
    async getProcessDefinition(id: string): Promise<ProcessDefinition> {
      return (await send('GET', `/process-definition/${encodeURIComponent(id)}`)) as ProcessDefinition;
    },
    async listProcessDefinitions(query: {
      key?: string;
      deploymentId?: string;
      tenantIdIn?: string;
      latestVersion?: boolean;
    }): Promise<ProcessDefinition[]> {
      return (await send('GET', '/process-definition', { query })) as ProcessDefinition[];
    },
    async getProcessDefinitionXml(id: string): Promise<string> {
      const answer = (await send('GET', `/process-definition/${encodeURIComponent(id)}/xml`)) as {
        bpmn20Xml: string;
      };
      return answer.bpmn20Xml;
    },
    async listDecisionDefinitions(query: {
      key?: string;
      deploymentId?: string;
      tenantIdIn?: string;
    }): Promise<DecisionDefinition[]> {
      return (await send('GET', '/decision-definition', { query })) as DecisionDefinition[];
    },
    /** Evaluates a decision by definition id; one record for each matching rule. */
    async evaluateDecision(id: string, variables: Variables): Promise<Variables[]> {
      const path = `/decision-definition/${encodeURIComponent(id)}/evaluate`;
      const rows = await send('POST', path, { json: { variables: toTypedVariables(variables) } });
      return (rows as Record<string, { value?: unknown }>[]).map(fromTypedVariables);
    },
  };
}

function idsByKey(definitions: Definitions): Record<string, string> {
  return Object.fromEntries(Object.values(definitions ?? {}).map(({ id, key }) => [key, id]));
}
