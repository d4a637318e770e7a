import { type Certificate, cloudFrontRegion, componentsOf, type Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  data,
  type Expression,
  type Found,
  hcl,
  type LayerFragment,
  labelOf,
  published,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';

/**
 * One certificate in each region that shows it, and one in us-east-1 for CloudFront, which takes no
 * other. The record that proves who owns a name is the same for all of them.
 */
export const terraform: TerraformFacet<'certificate'> = {
  region: ({ component, platform }) => {
    const zone = zoneOf(component, platform);
    const { blocks, arn } = issued(component, null, zone.id);
    return [
      {
        layer: 'edge',
        file: component.name,
        blocks: [...zone.blocks, ...blocks],
        publishes: { arn },
      },
    ];
  },
  global: ({ component, platform }) => {
    if (!component.forCloudFront) return [];
    const zone = zoneOf(component, platform);
    const { blocks, arn } = issued(component, cloudFrontRegion, zone.id);
    return [
      {
        file: component.name,
        blocks: [...zone.blocks, ...blocks],
        publishes: { 'cloudfront-arn': arn },
      },
    ];
  },
  existing: ({ component }, found) => [existing(component, found)],
};

/** Its ARN is all that anybody needs; by its tags it is read. */
function existing({ name }: Certificate, found: Found): LayerFragment {
  if (found.by === 'id') {
    return { layer: 'edge', file: name, blocks: [], publishes: { arn: found.id } };
  }
  const issued = data('aws_acm_certificate', labelOf(name), {
    tags: found.tags,
    statuses: ['ISSUED'],
  });
  return {
    layer: 'edge',
    file: name,
    blocks: [issued],
    publishes: { arn: ref(issued, 'arn') },
  };
}

/** The zone that the platform makes, or one that stands already. */
function zoneOf(
  { zone, name }: Certificate,
  platform: Platform,
): { readonly id: Expression; readonly blocks: readonly Block[] } {
  const own = componentsOf(platform, 'dns').find((candidate) => candidate.zone === zone);
  if (own !== undefined) return { id: published(own.name, 'zone-id'), blocks: [] };
  const found = data('aws_route53_zone', labelOf(`${name}_zone`), { name: zone });
  return { id: ref(found, 'zone_id'), blocks: [found] };
}

/** `region`: where it is issued, if not where the module's provider is. */
function issued(
  component: Certificate,
  region: string | null,
  zoneId: Expression,
): { readonly blocks: readonly Block[]; readonly arn: Expression } {
  const label = labelOf(component.name);
  const place = region === null ? {} : { region };
  const made: Addressed<'arn' | 'domain_validation_options'> = resource(
    'aws_acm_certificate',
    label,
    {
      ...place,
      domain_name: component.domain,
      subject_alternative_names: component.alternatives,
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
    },
    region === null ? {} : { comment: 'CloudFront takes certificates of this region only.' },
  );
  const options = `${made.address}.domain_validation_options`;
  const proof = resource(
    'aws_route53_record',
    labelOf(`${component.name}_proof`),
    {
      for_each: hcl(`{ for option in ${options} : option.domain_name => option }`),
      zone_id: zoneId,
      name: hcl('each.value.resource_record_name'),
      type: hcl('each.value.resource_record_type'),
      records: [hcl('each.value.resource_record_value')],
      ttl: 60,
      allow_overwrite: true,
    },
    { remarks: { allow_overwrite: 'Another region writes the same record for the same name.' } },
  );
  const valid = resource('aws_acm_certificate_validation', label, {
    ...place,
    certificate_arn: ref(made, 'arn'),
    validation_record_fqdns: hcl(`[for record in ${proof.address} : record.fqdn]`),
  });
  return { blocks: [made, proof, valid], arn: ref(valid, 'certificate_arn') };
}
