/** 新办, 变更, 延续, 补证, 注销. */
export const operationKeys = ['new', 'amend', 'renew', 'reissue', 'deregister'] as const;
