import type { Platform, Region } from '@outrigger/model';
import { type LayerFragment, ref, resource } from '@outrigger/terraform';

/** `main` in every region: a region has one. */
export function vpcOf(platform: Platform, region: Region) {
  return resource('aws_vpc', 'main', {
    cidr_block: region.cidr,
    enable_dns_hostnames: true,
    enable_dns_support: true,
    tags: { Name: platform.name },
  });
}

export function vpc(platform: Platform, region: Region): LayerFragment {
  const main = vpcOf(platform, region);
  const closed = resource(
    'aws_default_security_group',
    'closed',
    { vpc_id: ref(main, 'id'), tags: { Name: `${platform.name}-closed` } },
    { comment: 'What names no security group gets this one, which lets nothing through.' },
  );
  return {
    layer: 'network',
    file: 'vpc',
    blocks: [main, closed],
    publishes: { 'vpc-id': ref(main, 'id') },
  };
}
