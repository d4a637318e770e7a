/**
 * The `outrigger` command. It reads platforms, calls the packages below and prints; what it finds
 * wrong it says with its place and its mend. It decides nothing about recovery itself.
 */
export { exitCodes } from './exit-codes.ts';
export { main } from './main.ts';
