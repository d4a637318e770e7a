import { STATUS_CODES } from 'node:http';
import { writeHead } from '../http/message.ts';

/** An answer of the load balancer itself, whole, as its bytes. */
export function ownAnswer(
  status: number,
  body: { readonly [name: string]: unknown },
  ending: 'go-on' | 'close',
): Buffer {
  const content = Buffer.from(JSON.stringify(body));
  const fields = ['content-type', 'application/json', 'content-length', String(content.length)];
  // A node that is done with a client's connection says so with an answer, as an ALB does.
  if (ending === 'close') fields.push('connection', 'close');
  return Buffer.concat([writeHead(`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, fields), content]);
}
