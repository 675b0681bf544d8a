/** The server under test, as the runner names it. */
export const baseUrl = process.env['BASE_URL'] ?? 'http://127.0.0.1:8380';
