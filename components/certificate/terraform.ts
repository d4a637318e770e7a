import { type Certificate, cloudFrontRegion, componentsOf, type Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  data,
  type Expression,
  type Found,
  foundIn,
  hcl,
  type LayerFragment,
  labelOf,
  published,
  ref,
  resource,
  type TerraformFacet,
} from '@outrigger/terraform';

/**
 * One certificate in each region that shows it. The record that proves who owns a name is the same
 * for every certificate of the account, so it is made once, in `global/`: taken away with one
 * region, it would be missed by the others when they renew. The certificate there, by which it is
 * known, is the one for CloudFront, or one that nobody shows.
 */
export const terraform: TerraformFacet<'certificate'> = {
  region: ({ component, platform }) => {
    const issued = certificateOf(component);
    // Where one stands already in another region, nothing of it is made in `global/`.
    const isProven = component.existing === null;
    const zone = zoneOf(component, platform);
    const proof = isProven ? null : proofOf(component, zone.id, issued);
    const valid = validated(component, issued, proof);
    return [
      {
        layer: 'edge',
        file: component.name,
        blocks: proof === null ? [issued, valid] : [...zone.blocks, issued, proof, valid],
        publishes: { arn: ref(valid, 'certificate_arn') },
      },
    ];
  },
  global: ({ component, platform }) => {
    const zone = zoneOf(component, platform);
    const place = component.forCloudFront ? cloudFrontRegion : null;
    const comment =
      place === null
        ? 'Nobody shows it: by it the record below is known, which each region needs for its own.'
        : 'CloudFront takes certificates of this region only.';
    const issued = certificateOf(component, place, comment);
    const proof = proofOf(component, zone.id, issued);
    const file = { file: component.name, blocks: [...zone.blocks, issued, proof] };
    if (place === null) return [file];
    const valid = validated(component, issued, proof, place);
    return [
      {
        ...file,
        blocks: [...file.blocks, valid],
        publishes: { 'cloudfront-arn': ref(valid, 'certificate_arn') },
      },
    ];
  },
  existing: ({ component }, found) => [existing(component, found)],
  // Without an id for that region, a person is asked for CloudFront's.
  existingGlobally: ({ component }) => {
    const found = foundIn(component, cloudFrontRegion);
    if (!component.forCloudFront || found?.by !== 'id') return [];
    return [{ file: component.name, blocks: [], publishes: { 'cloudfront-arn': found.id } }];
  },
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

type Issued = Addressed<'arn' | 'domain_validation_options'>;

/** `place`: where it is issued, if not where the module's provider is. */
function certificateOf(
  component: Certificate,
  place: string | null = null,
  comment: string | null = null,
): Issued {
  return resource(
    'aws_acm_certificate',
    labelOf(component.name),
    {
      ...(place === null ? {} : { region: place }),
      domain_name: component.domain,
      subject_alternative_names: component.alternatives,
      validation_method: 'DNS',
      lifecycle: { create_before_destroy: true },
    },
    comment === null ? {} : { comment },
  );
}

function proofOf(component: Certificate, zoneId: Expression, issued: Issued) {
  const options = `${issued.address}.domain_validation_options`;
  return resource(
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
    {
      comment: 'The same for every region: their certificates are renewed as long as it is there.',
      remarks: { allow_overwrite: 'A name and its wildcard have one record between them.' },
    },
  );
}

/** Waits until it is issued. `proof`: the record that it needs, where that is made beside it. */
function validated(
  component: Certificate,
  issued: Issued,
  proof: Addressed<'fqdn'> | null,
  place: string | null = null,
) {
  return resource('aws_acm_certificate_validation', labelOf(component.name), {
    ...(place === null ? {} : { region: place }),
    certificate_arn: ref(issued, 'arn'),
    ...(proof === null
      ? {}
      : { validation_record_fqdns: hcl(`[for record in ${proof.address} : record.fqdn]`) }),
  });
}
