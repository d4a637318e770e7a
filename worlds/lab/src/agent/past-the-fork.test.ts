import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterRecord } from '../witness/record.ts';
import { followRecord } from './member-start.ts';
import { type MemberLab, memberLab, writerId } from './test-member.ts';

let members: MemberLab;
beforeEach(async () => {
  members = await memberLab();
});
afterEach(() => members.close());

/** Its writer has taken over again, and left the timeline before all that a standby has of it. */
function takenOver(lossless: boolean): ClusterRecord {
  const database = {
    epoch: 2,
    writer: writerId,
    inSync: [writerId],
    lossless,
    revision: 1,
    forks: [{ epoch: 2, lsn: '0/28', oldestXid: '700', lossless }],
  };
  return {
    epochGiven: 3,
    activeRegion: 'east',
    databases: { [writerId.split('@')[0] ?? '']: database },
    fileStores: {},
  };
}

test.each([
  ['by nobody: it may be made anew', true],
  ['perhaps: it waits for its salvage', false],
])('what a standby has past the fork was acknowledged %s', async (_, lossless) => {
  const { node, member } = await members.writer();
  const standby = await members.standby(node, member.admin());
  await followRecord(standby, takenOver(lossless));
  expect(standby.state()).toMatchObject({ role: 'diverged', salvaged: lossless });
  expect(standby.running()).toBeNull();
});
