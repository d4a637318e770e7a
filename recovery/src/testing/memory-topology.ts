import type { DataTopology, Member, Topology } from '../topology.ts';
import type { MemoryModel } from './memory-model.ts';

/** What a controller would observe and put into record 0. */
export function topologyOf(model: MemoryModel, epochsHeard: Iterable<number>): Topology {
  const data: Record<string, DataTopology> = {};
  for (const store of model.stores.values()) {
    const truth = model.truthOf(store.name);
    truth?.settle();
    const members = [...store.members.values()].map((member): Member => {
      const { id, region, zone, salvaged } = member;
      const lost = !model.reaches(region, zone) && member.state !== 'absent';
      const seen = { id, region, zone, salvaged, state: lost ? ('lost' as const) : member.state };
      if (lost || member.state !== 'standby') return seen;
      const streams = truth?.streams(id) ?? member.streaming;
      return { ...seen, streams, lagMs: model.lagOf(store, [member]) };
    });
    const { writer } = store;
    const home = store.members.get(writer ?? '')?.region;
    const abroad = [...store.members.values()].filter(({ region }) => region !== home);
    const lagMs = members.length > 1 ? model.lagOf(store, abroad) : null;
    // Only the witness can say who has everything.
    const isTold = model.truthOf(store.name) === null || !model.places.isWitnessLost;
    const inSync = isTold ? [...store.inSync] : [];
    data[store.name] = { writer, members, inSync, voters: [], lagMs };
  }
  const owned = [...model.stores.values()].map((store) => store.epoch);
  const epochs = [...epochsHeard, ...owned, ...model.traffic.admitted.values()];
  return {
    epoch: Math.max(...epochs),
    data,
    lost: { regions: [...model.places.lostRegions], zones: [...model.places.lostZones] },
    admitted: [...model.traffic.admitted.keys()].filter((region) => model.traffic.isReady(region)),
  };
}
