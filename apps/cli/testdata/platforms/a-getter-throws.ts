export default {
  get name(): string {
    throw new Error('set NAME first');
  },
};
