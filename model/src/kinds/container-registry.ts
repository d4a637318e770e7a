import type { ComponentBase } from '../component.ts';

/** ECR. Only images pushed after replication was set up are replicated. */
export interface ContainerRegistry extends ComponentBase {
  readonly kind: 'container-registry';
  /** Where images are pushed. */
  readonly writerIn: string;
  readonly replicateTo: readonly string[];
  readonly scanOnPush: boolean;
  readonly immutableTags: boolean;
  /** Images kept of each repository, the newest. */
  readonly imagesMax: number;
}
