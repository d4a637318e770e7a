import { parseArgs } from 'node:util';
import { beginLabProcess, log } from '../control/environment.ts';
import { settingsDefault, startLoadBalancer } from './node.ts';
import { gatewayRoute, routesOf } from './route.ts';

/** A zone's load-balancer node: `main.ts <state folder> <zone> [--check-interval-ms 100] …` */
const { layout, token } = beginLabProcess();
const zoneName = process.argv[3] ?? '';
const { values } = parseArgs({
  args: process.argv.slice(4),
  options: {
    'check-interval-ms': { type: 'string' },
    'unhealthy-check-interval-ms': { type: 'string' },
    'check-timeout-ms': { type: 'string' },
    'unhealthy-threshold': { type: 'string' },
    'healthy-threshold': { type: 'string' },
    'client-keep-alive-ms': { type: 'string' },
    'out-of-service': { type: 'boolean' },
  },
});
const routes = routesOf(layout, zoneName);
const zones = layout.regions.flatMap((region) => region.zones);
const zone = zones.find((one) => one.name === zoneName);
if (zone?.loadBalancer == null) throw new Error(`zone ${zoneName} has no load balancer`);
const { check } = settingsDefault;
const loadBalancer = await startLoadBalancer({
  port: zone.loadBalancer.port,
  routes,
  gateway: gatewayRoute(routes, zone.services),
  inService: values['out-of-service'] !== true,
  token,
  settings: {
    ...settingsDefault,
    check: {
      ...check,
      intervalMs: Number(values['check-interval-ms'] ?? check.intervalMs),
      unhealthyIntervalMs: Number(
        values['unhealthy-check-interval-ms'] ?? check.unhealthyIntervalMs,
      ),
      timeoutMs: Number(values['check-timeout-ms'] ?? check.timeoutMs),
      unhealthyThreshold: Number(values['unhealthy-threshold'] ?? check.unhealthyThreshold),
      healthyThreshold: Number(values['healthy-threshold'] ?? check.healthyThreshold),
    },
    clientKeepAliveMs: Number(values['client-keep-alive-ms'] ?? settingsDefault.clientKeepAliveMs),
  },
});
log('load-balancer-ready', { zone: zoneName, port: zone.loadBalancer.port });
process.once('SIGTERM', () => {
  void loadBalancer.close().then(() => process.exit(0));
});
