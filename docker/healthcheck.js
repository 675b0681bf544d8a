// Asks the server in this container whether it can work; the status is the answer.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

const { PORT = '8380', TLS_CERT } = process.env;
const ask = TLS_CERT ? requestHttps : requestHttp;
const asked = ask(
  // The certificate is made for the public name, not for the loopback address.
  { host: '127.0.0.1', port: PORT, path: '/healthz/ready', timeout: 8000, rejectUnauthorized: false },
  (answer) => process.exit(answer.statusCode === 200 ? 0 : 1),
);
asked.on('timeout', () => process.exit(1)).on('error', () => process.exit(1));
asked.end();
