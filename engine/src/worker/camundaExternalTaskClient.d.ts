declare module 'camunda-external-task-client-js' {
  type TypedValue = { type: string; value: unknown; valueInfo: object };
  export class Variables {
    getAll(): Record<string, unknown>;
    setTyped(name: string, value: TypedValue): Variables;
  }
  export type LibraryTask = {
    id: string;
    topicName: string;
    activityId: string;
    activityInstanceId: string;
    executionId: string;
    processInstanceId: string;
    processDefinitionId: string;
    processDefinitionKey: string;
    businessKey: string | null;
    tenantId: string | null;
    retries: number | null;
    variables: Variables;
    extensionProperties?: Record<string, string>;
  };
  export type TaskService = {
    complete(task: LibraryTask, variables?: Variables): Promise<void>;
    handleFailure(
      task: LibraryTask,
      options: { errorMessage: string; errorDetails: string; retries: number; retryTimeout: number },
    ): Promise<void>;
    handleBpmnError(task: LibraryTask, code: string, message: string, variables?: Variables): Promise<void>;
    extendLock(task: LibraryTask, milliseconds: number): Promise<void>;
    unlock(task: LibraryTask): Promise<void>;
  };
  export type RequestConfig = Record<string, unknown>;
  export class BasicAuthInterceptor {
    constructor(options: { username: string; password: string });
  }
  export class Client {
    constructor(options: {
      baseUrl: string;
      workerId: string;
      maxTasks: number;
      maxParallelExecutions: number;
      interval: number;
      lockDuration: number;
      asyncResponseTimeout: number;
      autoPoll: boolean;
      interceptors: (BasicAuthInterceptor | ((config: RequestConfig) => RequestConfig))[];
    });
    start(): void;
    stop(): void;
    subscribe(
      topic: string,
      options: { tenantIdIn?: string[]; includeExtensionProperties?: boolean },
      handler: (work: { task: LibraryTask; taskService: TaskService }) => Promise<void>,
    ): void;
    on(event: 'poll:start', handler: () => void): this;
    on(event: 'poll:success', handler: (tasks: LibraryTask[]) => void): this;
    on(event: 'poll:error' | 'handler:error', handler: (error: unknown) => void): this;
  }
}
