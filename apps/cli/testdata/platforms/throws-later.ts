export { default } from './sound.ts';

setTimeout(() => {
  throw new Error('nobody waits for this');
}, 50);
