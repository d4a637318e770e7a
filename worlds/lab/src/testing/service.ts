/** The least that a service can be: it answers, and is ready. For labs of tests. */
import { createServer } from 'node:http';

createServer((_request, response) => response.end('{}')).listen(
  Number(process.env.PORT),
  '127.0.0.1',
);
