// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

/** ECR. */
export interface ContainerRegistryInput<R extends string> {
  readonly kind: 'container-registry';
  /** Where images are pushed. Default: the primary. */
  readonly writerIn?: R;
  /** Default: every other region. */
  readonly replicateTo?: R | readonly R[];
  /** Default true. */
  readonly scanOnPush?: boolean;
  /** A tag is never moved. Default true. */
  readonly immutableTags?: boolean;
  /** Images kept of each repository. Default 100. */
  readonly imagesMax?: number;
}
