import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyStatementError, sqlStateOf } from './outcome.ts';

function serverError(code: string): Error {
  return Object.assign(new Error('told by the server'), { code, severity: 'ERROR' });
}

describe('what a failed statement says about the write', () => {
  it.each([
    ['25006', 'refused', 'a read-only server'],
    ['40001', 'refused', 'a serialisation failure'],
    ['40P01', 'refused', 'a deadlock'],
    ['53300', 'refused', 'too many connections'],
    ['57014', 'refused', 'a cancelled statement'],
    ['57P01', 'unknown', 'a shutdown that may have met the commit'],
    ['57P02', 'unknown', 'a crash of another backend'],
    ['08006', 'unknown', 'a connection failure'],
    ['58030', 'unknown', 'an I/O error'],
    ['XX000', 'unknown', 'an internal error'],
    ['23514', 'rejected', 'a violated check'],
    ['42P01', 'refused', 'a table that a migration has yet to make'],
    ['42501', 'rejected', 'a missing right'],
  ])('%s is %s: %s', (code, kind) => {
    expect(classifyStatementError(serverError(code), true).kind).toBe(kind);
  });

  it('knows a connection that broke from a server that spoke', () => {
    const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    expect(sqlStateOf(broken)).toBe(null);
    expect(classifyStatementError(broken, true).kind).toBe('unknown');
    // Five capitals, like an SQLSTATE, but of a socket.
    const pipe = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    expect(classifyStatementError(pipe, true).kind).toBe('unknown');
  });

  it('never says unknown of a statement that was not sent, nor refused without a server', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (message, code) => {
        const error = Object.assign(new Error(message), code === null ? {} : { code });
        expect(classifyStatementError(error, false).kind).toBe('refused');
        expect(classifyStatementError(error, true).kind).toBe('unknown');
      }),
    );
  });
});
