import { commonSettings, databaseSettings, type Settings } from '../service/configuration.ts';

export const ordersSettings = {
  ...commonSettings,
  ...databaseSettings,
} as const satisfies Settings;
