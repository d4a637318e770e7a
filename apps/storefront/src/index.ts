import { catalogSettings } from './catalog/settings.ts';
import { gatewaySettings } from './gateway/settings.ts';
import { ordersSettings } from './orders/settings.ts';
import { picturesSettings } from './pictures/settings.ts';
import type { Settings } from './service/configuration.ts';
import { standInSettings } from './stand-in/settings.ts';
import { webSettings } from './web/settings.ts';

/**
 * The storefront, as the lab and the CLI see it: which services there are, how each is started and
 * what it needs. Importing this starts nothing.
 */
export interface StorefrontService {
  readonly name: ServiceName;
  /** Run by Node 24 itself: `node <nodeFlags> <main>`. */
  readonly main: URL;
  /** Public paths that begin with one of these are answered by it, through the load balancer. */
  readonly paths: readonly string[];
  readonly environment: readonly EnvironmentVariable[];
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly required: boolean;
  readonly what: string;
}

export type ServiceName = 'web' | 'gateway' | 'catalog' | 'orders' | 'pictures' | 'stand-in';

/**
 * For processes that share one small machine: a young generation of 1 MB, and a limit that ends a
 * leak before the machine notices it. Set `NODE_COMPILE_CACHE` to a folder that all of them share:
 * from the second start on, Node then need not load its TypeScript stripper, which halves the
 * memory at rest (measured with `testing/measure.ts`, PSS: 44 → 22 MiB, web 34 → 20).
 */
export const nodeFlags: readonly string[] = ['--max-semi-space-size=1', '--max-old-space-size=96'];

export const services: readonly StorefrontService[] = [
  describe('web', ['/'], webSettings),
  describe('gateway', ['/api'], gatewaySettings),
  describe('catalog', [], catalogSettings),
  describe('orders', [], ordersSettings),
  describe('pictures', [], picturesSettings),
];

/**
 * Plays any service of a platform that does not say how it runs in the lab: the other five in one
 * process, as far as what it needs reaches.
 */
export const standIn: StorefrontService = describe('stand-in', [], standInSettings);

function describe(
  name: ServiceName,
  paths: readonly string[],
  settings: Settings,
): StorefrontService {
  return {
    name,
    main: new URL(`./${name}/main.ts`, import.meta.url),
    paths,
    environment: Object.entries(settings).map(([variable, { required, what }]) => ({
      name: variable,
      required,
      what,
    })),
  };
}
