export { default } from './sound.ts';

void Promise.reject(new Error('nobody waits for this'));
