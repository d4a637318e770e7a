/** One region behind Global Accelerator. */
export interface EndpointGroup {
  readonly region: string;
  /** Its traffic dial, 0 to 100. */
  readonly dial: number;
  readonly isHealthy: boolean;
}

/**
 * Who receives traffic, by the rules of Global Accelerator's guide ("unhealthy endpoints"): healthy
 * groups by their dials; when none of these is left, a healthy group at dial 0 as well, since a
 * fail-over ignores the dial; when nothing is healthy it fails open, and all receive.
 */
export function receiving(groups: readonly EndpointGroup[]): readonly string[] {
  const healthy = groups.filter(({ isHealthy }) => isHealthy);
  const dialled = healthy.filter(({ dial }) => dial > 0);
  const found = dialled.length > 0 ? dialled : healthy.length > 0 ? healthy : groups;
  return found.map(({ region }) => region);
}
