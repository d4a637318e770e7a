/** What draws of a run are called besides steps and moments. */
export const drawNames = {
  planAnew: 'planned anew',
  wentBack: 'there and back',
  lag: (component: string) => `${component} lag`,
  look: (component: string, look: number) => `${component} lag, look ${look}`,
  person: (step: string) => `${step} answered`,
  helped: (step: string) => `${step} seen to`,
  again: (step: string, attempt: number) => `${step} told again ${attempt}`,
  heldUp: (step: string) => `${step} held up`,
  attempt: (step: string, attempt: number) => (attempt === 1 ? step : `${step} attempt ${attempt}`),
} as const;
