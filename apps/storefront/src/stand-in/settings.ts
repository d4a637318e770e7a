import { gatewaySettings } from '../gateway/settings.ts';
import {
  databaseSettings,
  oneOf,
  type Settings,
  text,
  urls,
  whole,
} from '../service/configuration.ts';

export const standInSettings = {
  ...gatewaySettings,
  ...databaseSettings,
  ORDERS_URLS: urls(
    'base URLs of the service behind it that takes orders; without one it takes them itself',
    'http',
    false,
  ),
  FILE_STORE_FOLDER: text("this region's file store; without one it takes no pictures", ''),
  HOLDS_WRITES: oneOf(
    'whether it is the way in: it obeys hold, release and admit',
    ['true', 'false'],
    'false',
  ),
  CONNECTIONS: whole('how many connections it keeps to each member of the database', {
    fallback: 8,
    min: 1,
    max: 16,
  }),
} as const satisfies Settings;
