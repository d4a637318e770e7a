import { seedOf } from './draws.ts';
import { type PlanWith, type StoryTold, tellStory } from './story.ts';
import { type ChaosTally, emptyTally, mergeTally } from './tally.ts';

export interface CampaignOptions {
  readonly plan: PlanWith;
  readonly seed: number;
  /** Numbers of the stories: from the first up to but not including the second. */
  readonly from: number;
  readonly to: number;
}

export interface CampaignTold {
  readonly tally: ChaosTally;
  /** The first story that broke a rule, where the campaign ends; null when none did. */
  readonly broken: NumberedStory | null;
}

export interface NumberedStory {
  /** From 0, in its campaign. */
  readonly number: number;
  readonly story: StoryTold;
}

/** Tells one story after the other, until one breaks a rule. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignTold> {
  const { from, plan, seed, to } = options;
  const tally = emptyTally();
  for (let number = from; number < to; number += 1) {
    const told = await tellStory({ plan, seed: seedOf(seed, number), keep: null, shape: null });
    mergeTally(tally, told.tally);
    if (told.broken.length > 0) return { tally, broken: { number, story: told } };
  }
  return { tally, broken: null };
}
