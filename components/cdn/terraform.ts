import { type Cdn, cloudFrontRegion, type Platform, Unchecked } from '@outrigger/model';
import {
  accountId,
  data,
  type Expression,
  type Found,
  foundIn,
  hcl,
  identified,
  labelOf,
  published,
  ref,
  resource,
  type TerraformFacet,
  template,
  variable,
  type WideFragment,
} from '@outrigger/terraform';
import { acceptedRules, firewallOf, nameOf } from '../terraform.ts';

/**
 * A distribution in front of a bucket, which answers nobody else. It lies in `global/`, which reads
 * no region: the names of buckets are known beforehand.
 */
export const terraform: TerraformFacet<'cdn'> = {
  global: ({ component, platform }) => {
    const label = labelOf(component.name);
    const signed = resource(
      'aws_cloudfront_origin_access_control',
      label,
      {
        name: nameOf(platform, component),
        description: `Signs what ${component.name} asks its bucket`,
        origin_access_control_origin_type: 's3',
        signing_behavior: 'always',
        signing_protocol: 'sigv4',
      },
      { comment: 'By this signature the bucket knows its distribution, and answers nobody else.' },
    );
    const cached = data('aws_cloudfront_cache_policy', label, { name: 'Managed-CachingOptimized' });
    const headers = headersOf(component, platform);
    const made = distribution(component, platform, {
      access: ref(signed, 'id'),
      cachePolicy: ref(cached, 'id'),
      headersPolicy: ref(headers, 'id'),
    });
    const asked = originsOf(component, platform).flatMap((region) =>
      isAsked(component, platform, region) ? [askedBucket(component, region)] : [],
    );
    return [
      { file: 'variables', blocks: asked },
      {
        file: component.name,
        blocks: [cached, signed, headers, made],
        publishes: {
          arn: ref(made, 'arn'),
          id: ref(made, 'id'),
          'dns-name': ref(made, 'domain_name'),
          'zone-id': ref(made, 'hosted_zone_id'),
        },
      },
    ];
  },
  existingGlobally: ({ component }, found) => [existing(component, found)],
};

function headersOf(component: Cdn, platform: Platform) {
  return resource('aws_cloudfront_response_headers_policy', labelOf(component.name), {
    name: nameOf(platform, component),
    security_headers_config: {
      content_type_options: { override: true },
      frame_options: { frame_option: 'DENY', override: true },
      referrer_policy: { referrer_policy: 'same-origin', override: true },
      strict_transport_security: {
        access_control_max_age_sec: 31_536_000,
        include_subdomains: true,
        preload: true,
        override: true,
      },
    },
  });
}

function existing({ name }: Cdn, found: Found): WideFragment {
  const label = labelOf(name);
  const { id, blocks } = identified(label, found, {
    type: 'cloudfront:distribution',
    by: 'last part',
    region: cloudFrontRegion,
  });
  const made = data('aws_cloudfront_distribution', label, { id });
  return {
    file: name,
    blocks: [...blocks, made],
    publishes: {
      arn: ref(made, 'arn'),
      id: ref(made, 'id'),
      'dns-name': ref(made, 'domain_name'),
      'zone-id': ref(made, 'hosted_zone_id'),
    },
  };
}

/** The buckets that it may ask, the one that writes at the start first. */
function originsOf(component: Cdn, platform: Platform): readonly string[] {
  const store = platform.components[component.from];
  if (store?.kind !== 'object-store') throw new Unchecked(`${component.from} is no bucket`);
  const [first] = store.replicaIn;
  const second = component.originFailover && first !== undefined ? [first] : [];
  return [store.writerIn, ...second];
}

/** A bucket that is found by its tags has a name that only its own region can read. */
function isAsked({ from }: Cdn, { components }: Platform, region: string): boolean {
  const store = components[from];
  return store !== undefined && foundIn(store, region)?.by === 'tags';
}

function askedBucket({ name, from }: Cdn, region: string) {
  return variable(labelOf(`${name}_bucket_${region}`), {
    type: 'string',
    description: `${from} stands already: the name of its bucket in ${region}.`,
  });
}

function bucketIn(component: Cdn, platform: Platform, region: string): string | Expression {
  const store = platform.components[component.from];
  const found = store === undefined ? null : foundIn(store, region);
  if (found?.by === 'id') return found.id;
  if (found !== null) return hcl(askedBucket(component, region).address);
  return template`${nameOf(platform, { name: component.from })}-${region}-${accountId}`;
}

function distribution(
  component: Cdn,
  platform: Platform,
  parts: {
    readonly access: Expression;
    readonly cachePolicy: Expression;
    readonly headersPolicy: Expression;
  },
) {
  const regions = originsOf(component, platform);
  const firewall = firewallOf(platform, component);
  const isGroup = regions.length > 1;
  const body = {
    enabled: true,
    is_ipv6_enabled: true,
    comment: `${component.name} of ${platform.name}`,
    aliases: component.names,
    default_root_object: component.index,
    http_version: 'http2and3',
    price_class: component.priceClass,
    ...(firewall === undefined ? {} : { web_acl_id: published(firewall.name, 'cloudfront-arn') }),
    origin: regions.map((region) => ({
      origin_id: region,
      domain_name: template`${bucketIn(component, platform, region)}.s3.${region}.amazonaws.com`,
      origin_access_control_id: parts.access,
    })),
    ...(isGroup
      ? {
          origin_group: {
            origin_id: 'regions',
            // 403 is what S3 answers while its bucket can't be asked.
            failover_criteria: { status_codes: [403, 500, 502, 503, 504] },
            member: regions.map((origin_id) => ({ origin_id })),
          },
        }
      : {}),
    default_cache_behavior: {
      target_origin_id: isGroup ? 'regions' : (regions[0] ?? ''),
      viewer_protocol_policy: 'redirect-to-https',
      allowed_methods: ['GET', 'HEAD', 'OPTIONS'],
      cached_methods: ['GET', 'HEAD'],
      compress: true,
      cache_policy_id: parts.cachePolicy,
      response_headers_policy_id: parts.headersPolicy,
    },
    restrictions: { geo_restriction: { restriction_type: 'none' } },
    viewer_certificate: certificateOf(component),
  };
  return resource('aws_cloudfront_distribution', labelOf(component.name), body, {
    accepted: {
      CKV_AWS_86: 'What it hands out is for everybody to read',
      CKV_AWS_374: 'The platform serves every country',
      ...(firewall === undefined
        ? { CKV_AWS_68: 'The platform names no firewall for it' }
        : acceptedRules(firewall, 'CKV2_AWS_47')),
    },
  });
}

function certificateOf({ certificate }: Cdn) {
  if (certificate === null) return { cloudfront_default_certificate: true };
  return {
    acm_certificate_arn: published(certificate, 'cloudfront-arn'),
    minimum_protocol_version: 'TLSv1.2_2021',
    ssl_support_method: 'sni-only',
  };
}
