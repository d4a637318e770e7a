import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceOf, traceparentOf } from './trace.ts';

describe('trace context', () => {
  it('joins the trace of the caller, with a span of its own', () => {
    const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const trace = traceOf(given);
    expect(trace).toMatchObject({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      parentId: '00f067aa0ba902b7',
      sampled: true,
    });
    expect(trace.spanId).not.toBe(trace.parentId);
    expect(traceOf(traceparentOf(trace))).toMatchObject({
      traceId: trace.traceId,
      parentId: trace.spanId,
    });
  });

  it.each([
    undefined,
    '',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
  ])('starts a trace when it is given %s', (given) => {
    expect(traceOf(given).parentId).toBe(null);
  });

  it('makes a header that is valid whatever it was given', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(traceparentOf(traceOf(given))).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
      }),
    );
  });
});
