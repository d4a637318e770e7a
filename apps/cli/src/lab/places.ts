import type { LabLayout } from '@outrigger/lab';
import type { Platform } from '@outrigger/model';
import type { Places } from './fault-words.ts';

/** What a fault may name before there is a lab: which processes it will run is not known yet. */
export function placesOfPlatform(platform: Platform): Places {
  return {
    regions: Object.values(platform.regions).map(({ name, zones }) => ({
      name,
      zones: zones.map((zone) => zone.name),
    })),
  };
}

/** What a fault may name in a lab that runs. */
export function placesOfLab(layout: LabLayout): Places {
  const zones = layout.regions.flatMap((region) => region.zones);
  return {
    regions: layout.regions.map(({ name, zones: inside }) => ({
      name,
      zones: inside.map((zone) => zone.name),
    })),
    processes: (name) => {
      const zone = zones.find((each) => each.name === name);
      const databases = layout.databases.filter((database) =>
        database.members.some((member) => member.zone === name),
      );
      return [
        'agent',
        ...(zone?.loadBalancer === null ? [] : ['load-balancer']),
        ...(zone?.services ?? []).map((service) => service.component),
        ...databases.map((database) => database.component),
      ];
    },
  };
}
