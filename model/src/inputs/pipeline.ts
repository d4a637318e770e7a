// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Delivery: CodePipeline or Jenkins. */
export interface PipelineInput<N extends string, R extends string> {
  readonly kind: 'pipeline';
  /** What runs it. */
  readonly by: 'codepipeline' | 'jenkins';
  /** The region that it runs in. Default: the primary. */
  readonly runsIn?: R;
  /** The cluster that Jenkins runs in. */
  readonly in?: N;
  /** The repository on GitHub that it builds. */
  readonly source: {
    /** Owner and name, like 'example/shop'. */
    readonly repository: string;
    /** Default main. */
    readonly branch?: string;
  };
  /** Services whose code is in another repository: { app: { repository } }. */
  readonly sources?: {
    readonly [name: string]: {
      /** Owner and name, like 'example/shop'. */
      readonly repository: string;
      /** Default main. */
      readonly branch?: string;
    };
  };
  /** Default: every service, but for images of other registries. */
  readonly builds?: readonly N[];
  /** Where images are pushed. */
  readonly registry: N;
  /** Regions whose registry it pushes to. Default: the first, which is copied. */
  readonly pushTo?: R | readonly R[];
  /** Who brings an image to the clusters. Default argo-cd, but jenkins for Jenkins. */
  readonly deploys?: 'argo-cd' | 'jenkins';
  /** The repository that Argo CD polls. */
  readonly manifests?: {
    /** Owner and name, like 'example/shop'. */
    readonly repository: string;
    /** Default main. */
    readonly branch?: string;
  };
  /** Whom AWS Chatbot tells how it went. */
  readonly chat?: {
    /** Slack's id of the workspace. */
    readonly workspace: string;
    /** Slack's id of the channel. */
    readonly channel: string;
  };
  /** It stands already, found by its id or its tags: read, never created. */
  readonly existing?:
    | {
        readonly id: string | { readonly [region in R]?: string };
      }
    | {
        readonly tags: { readonly [name: string]: string };
      };
  /** Attributes to set in the Terraform that is written, by address of the resource. */
  readonly terraform?: TerraformPatches;
}
