/** Instants in these types are the engine's own text, ISO 8601 with offset, for example 2026-11-23T10:00:00.000+0800. */
export type EngineInstant = string;

export type EngineTask = {
  id: string;
  name: string | null;
  assignee: string | null;
  created: EngineInstant;
  lastUpdated: EngineInstant | null;
  due: EngineInstant | null;
  followUp: EngineInstant | null;
  executionId: string;
  processDefinitionId: string;
  processInstanceId: string;
  taskDefinitionKey: string;
  suspended: boolean;
  formKey: string | null;
  priority: number;
  tenantId: string | null;
};

export type TaskQuery = {
  processInstanceId?: string;
  processInstanceBusinessKey?: string;
  processDefinitionId?: string;
  taskDefinitionKey?: string;
  assignee?: string;
  candidateGroup?: string;
  includeAssignedTasks?: boolean;
  unassigned?: boolean;
  tenantIdIn?: string[];
  createdAfter?: EngineInstant;
  createdBefore?: EngineInstant;
  updatedAfter?: EngineInstant;
  active?: boolean;
  sorting?: {
    sortBy: 'created' | 'lastUpdated' | 'id' | 'priority' | 'dueDate' | 'name';
    sortOrder: 'asc' | 'desc';
  }[];
};

export type Page = { firstResult?: number; maxResults?: number };

export type HistoricTask = {
  id: string;
  name: string | null;
  assignee: string | null;
  processDefinitionId: string;
  processInstanceId: string;
  executionId: string;
  activityInstanceId: string;
  taskDefinitionKey: string;
  startTime: EngineInstant;
  endTime: EngineInstant | null;
  deleteReason: string | null;
  tenantId: string | null;
};

export type HistoricTaskQuery = {
  taskId?: string;
  processInstanceId?: string;
  startedAfter?: EngineInstant;
  startedBefore?: EngineInstant;
  finishedAfter?: EngineInstant;
  finishedBefore?: EngineInstant;
  finished?: boolean;
  unfinished?: boolean;
  tenantIdIn?: string[];
  sorting?: { sortBy: 'startTime' | 'endTime' | 'taskId'; sortOrder: 'asc' | 'desc' }[];
};

export type ProcessInstance = {
  id: string;
  definitionId: string;
  businessKey: string | null;
  ended: boolean;
  suspended: boolean;
  tenantId: string | null;
};

export type ProcessInstanceQuery = {
  processInstanceIds?: string[];
  processDefinitionId?: string;
  processDefinitionKey?: string;
  businessKey?: string;
  deploymentId?: string;
  active?: boolean;
  suspended?: boolean;
  rootProcessInstances?: boolean;
  tenantIdIn?: string[];
};

export type HistoricInstanceState =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'COMPLETED'
  | 'EXTERNALLY_TERMINATED'
  | 'INTERNALLY_TERMINATED';

export type HistoricProcessInstance = {
  id: string;
  businessKey: string | null;
  processDefinitionId: string;
  processDefinitionKey: string;
  startTime: EngineInstant;
  endTime: EngineInstant | null;
  endActivityId?: string | null;
  deleteReason: string | null;
  superProcessInstanceId: string | null;
  tenantId: string | null;
  state: HistoricInstanceState;
};

export type HistoricProcessInstanceQuery = {
  processInstanceId?: string;
  processInstanceIds?: string[];
  processInstanceBusinessKey?: string;
  processDefinitionId?: string;
  processDefinitionKey?: string;
  startedAfter?: EngineInstant;
  startedBefore?: EngineInstant;
  finishedAfter?: EngineInstant;
  finishedBefore?: EngineInstant;
  finished?: boolean;
  unfinished?: boolean;
  rootProcessInstances?: boolean;
  tenantIdIn?: string[];
  sorting?: { sortBy: 'startTime' | 'endTime' | 'instanceId'; sortOrder: 'asc' | 'desc' }[];
};

export type HistoricDecision = {
  id: string;
  decisionDefinitionKey: string;
  activityId: string | null;
  processInstanceId: string | null;
  decisionDefinitionName: string | null;
  evaluationTime: EngineInstant;
  /** One for each input column; `clauseId` is its id in the DMN file. */
  inputs: { clauseId: string; clauseName: string | null; value: unknown }[];
  /** One for each value of each rule that matched; `ruleId` is the id of the rule in the DMN file. */
  outputs: { ruleId: string; clauseName: string | null; value: unknown }[];
};

export type HistoricActivityInstance = {
  id: string;
  activityId: string;
  activityName: string | null;
  activityType: string;
  processInstanceId: string;
  executionId: string;
  taskId: string | null;
  assignee: string | null;
  calledProcessInstanceId: string | null;
  startTime: EngineInstant;
  endTime: EngineInstant | null;
  canceled: boolean;
  tenantId: string | null;
};

/** What happened at one activity of a process definition. */
export type ActivityCount = {
  id: string;
  /** At work now. */
  instances: number;
  canceled: number;
  /** Ended, the canceled ones included. */
  finished: number;
  openIncidents: number;
};

export type HistoricDetail = {
  type: string;
  id: string;
  processInstanceId: string;
  activityInstanceId: string | null;
  taskId: string | null;
  time: EngineInstant;
  variableName: string;
  value: unknown;
};

export type HistoricVariable = {
  id: string;
  name: string;
  value: unknown;
  processInstanceId: string;
  activityInstanceId: string | null;
  taskId: string | null;
  createTime: EngineInstant;
};

export type ActivityInstanceTree = {
  id: string;
  activityId: string;
  activityName: string | null;
  activityType: string;
  executionIds: string[];
  childActivityInstances: ActivityInstanceTree[];
  childTransitionInstances: { id: string; activityId: string; executionId: string }[];
};

export type EngineJob = {
  id: string;
  jobDefinitionId: string | null;
  processDefinitionId: string | null;
  processInstanceId: string | null;
  executionId: string | null;
  dueDate: EngineInstant | null;
  createTime?: EngineInstant | null;
  retries: number;
  exceptionMessage: string | null;
  suspended: boolean;
  tenantId: string | null;
};

export type EngineJobDefinition = {
  id: string;
  processDefinitionId: string;
  activityId: string;
  jobType: string;
  /** Of a timer `DATE: …`, `DURATION: …` or `CYCLE: …`. */
  jobConfiguration: string | null;
  suspended: boolean;
};

export type EngineIncident = {
  id: string;
  processInstanceId: string;
  executionId: string;
  activityId: string;
  failedActivityId: string | null;
  incidentType: string;
  incidentTimestamp: EngineInstant;
  incidentMessage: string | null;
  configuration: string | null;
  tenantId: string | null;
};

export type EngineExternalTask = {
  id: string;
  topicName: string;
  workerId: string | null;
  lockExpirationTime: EngineInstant | null;
  retries: number | null;
  errorMessage: string | null;
  activityId: string;
  processInstanceId: string;
  executionId: string;
  businessKey: string | null;
  suspended: boolean;
  tenantId: string | null;
};

export type EngineExecution = {
  id: string;
  processInstanceId: string;
  ended: boolean;
  tenantId: string | null;
};

export type MessageSubscription = {
  id: string;
  eventType: string;
  eventName: string;
  executionId: string;
  processInstanceId: string;
  activityId: string;
};

export type ProcessDefinition = {
  id: string;
  key: string;
  name: string | null;
  version: number;
  deploymentId: string;
  resource: string;
  suspended: boolean;
  tenantId: string | null;
  historyTimeToLive: number | null;
};

export type DecisionDefinition = {
  id: string;
  key: string;
  version: number;
  deploymentId: string;
  tenantId: string | null;
};

export type Deployment = {
  id: string;
  name: string | null;
  source: string | null;
  deploymentTime: EngineInstant;
  tenantId: string | null;
};

export type DeploymentResult = Deployment & {
  /** Key (BPMN process id) → definition id, to be pinned by the caller. */
  processDefinitionIds: Record<string, string>;
  decisionDefinitionIds: Record<string, string>;
};
