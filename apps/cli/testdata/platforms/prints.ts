import sound from './sound.ts';

console.log('said by console');
process.stdout.write('written to stdout\n');

export default {
  ...sound,
  get name() {
    process.stdout.write('written by a getter\n');
    return 'prints';
  },
};
