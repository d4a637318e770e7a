import { type Logger as PinoLogger, pino } from 'pino';

/** What a service writes its log with; nobody else needs to know whose it is. */
export type Logger = PinoLogger;

/** One JSON object a line on stdout; where it goes from there is the platform's business. */
export function createLog(options: {
  readonly service: string;
  readonly region: string;
  readonly zone: string;
  readonly level: string;
}): Logger {
  return pino({
    level: options.level,
    base: { service: options.service, region: options.region, zone: options.zone },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'message',
    formatters: { level: (label) => ({ level: label }) },
  });
}
