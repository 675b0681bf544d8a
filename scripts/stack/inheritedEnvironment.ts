/** Set by Node's test runner for its own children; ours would take themselves for test files. */
const NOT_INHERITED = new Set(['NODE_TEST_CONTEXT']);

/** This process's environment as the children get it. */
export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || NOT_INHERITED.has(name) ? [] : [[name, value]],
    ),
  );
}
