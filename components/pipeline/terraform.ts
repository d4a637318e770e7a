import type { TerraformFacet } from '@outrigger/terraform';
import { chat } from './terraform/chat.ts';
import { codePipeline } from './terraform/code-pipeline.ts';
import { jenkins } from './terraform/jenkins.ts';

/** In the one region where it runs: a recovery builds nothing, so no other region has one. */
export const terraform: TerraformFacet<'pipeline'> = {
  region: (input) => {
    const { component, region } = input;
    if (region.name !== component.runsIn) return [];
    if (component.by === 'jenkins') return [jenkins(input)];
    return [...codePipeline(input), ...chat(input)];
  },
};
