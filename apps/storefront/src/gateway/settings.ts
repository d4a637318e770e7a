import {
  commonSettings,
  oneOf,
  regionUrls,
  type Settings,
  secretFile,
  urls,
} from '../service/configuration.ts';

export const gatewaySettings = {
  ...commonSettings,
  ORDERS_URLS: urls('base URLs of the orders service, own zone first', 'http', true),
  // A platform of a user's own may have neither: then those paths are not there.
  CATALOG_URLS: urls('base URLs of the catalogue service, own zone first', 'http', false),
  PICTURES_URLS: urls('base URLs of the pictures service, own zone first', 'http', false),
  REMOTE_GATEWAY_URLS: regionUrls("load balancers of the other regions' gateways, region=URL"),
  CONTROL_TOKEN_FILE: secretFile('a file with the token that control requests must show', true),
  ADMITTED_AT_START: oneOf(
    'whether the region takes traffic until the agent says otherwise',
    ['true', 'false'],
    'false',
  ),
} as const satisfies Settings;
