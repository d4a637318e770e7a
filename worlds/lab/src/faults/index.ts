/**
 * Breaking a running lab, and mending it. The controller may not import this folder: it learns of a
 * fault as it would in life, over the network. What is in force stands in `<state>/faults.json`, so
 * that another process can heal it.
 */
export type { ActiveFault, Fault, HealCallbacks, InjectReport } from './fault.ts';
export { heal } from './heal.ts';
export { inject } from './inject.ts';
export { activeFaults } from './record.ts';
