/** Each rule sees what it is for: a build that is wrong in one place, and what has to be told. */
import { describe, expect, test } from 'vitest';
import { build, loadExample } from './testing/hcl.ts';
import { rules } from './testing/rules.ts';
import { add, replace, type Spoil, spoiledBuild } from './testing/spoil.ts';
import { fmtProblems, hasTerraform } from './testing/terraform-binary.ts';

const parameter = (name: string, more = '') =>
  add(`data "aws_ssm_parameter" "stray" {\n  name = "/eks-failover/${name}"\n${more}}`);

const vpc = 'us-east-1/network/vpc.tf';
const edge = 'us-east-1/edge/web-alb-security-group.tf';

const db = 'us-east-1/data/orders-db.tf';
const store = 'us-east-1/data/pictures-store.tf';
const roles = (name: string) => `us-east-1/add-ons/${name}.tf`;

/** A build that is wrong in one place, the rule that has to see it, and what it has to say. */
const spoiled: readonly [string, keyof typeof rules, string, Spoil, RegExp][] = [
  [
    'a reference to what is not there',
    'every reference points to something in its module',
    'us-east-1/network/subnets.tf',
    replace('aws_vpc.main.id', 'aws_vpc.mein.id'),
    /subnet\.\w+: aws_vpc\.mein/,
  ],
  [
    'a local that nobody has',
    'every reference points to something in its module',
    'us-east-1/cluster/cluster.tf',
    replace('local.network_private_subnet_ids', 'local.network_subnet_ids'),
    /: local\.network_subnet_ids/,
  ],
  [
    'two locals that wait for each other',
    'no reference leads back to where it came from',
    vpc,
    add('locals {\n  one   = local.other\n  other = local.one\n}'),
    /local\.one → local\.other → local\.one/,
  ],
  [
    'two resources that wait for each other',
    'no reference leads back to where it came from',
    vpc,
    replace(
      'cidr_block           = "10.0.0.0/16"',
      'cidr_block = aws_default_security_group.closed.id',
    ),
    /closed → aws_vpc\.main → aws_default_security_group\.closed/,
  ],
  [
    'a parameter that nobody writes',
    'every parameter that is read is written by what is applied before',
    'us-east-1/data/inputs.tf',
    replace('/network/vpc-id', '/network/vpc-ide'),
    /reads us-east-1 .*vpc-ide, which nobody writes/,
  ],
  [
    'a parameter of a layer above',
    'every parameter that is read is written by what is applied before',
    vpc,
    parameter('orders-db/security-group-id'),
    /us-east-1\/network reads .* of us-east-1\/data/,
  ],
  [
    'a parameter of another region',
    'every parameter that is read is written by what is applied before',
    'us-east-1/data/orders-db.tf',
    parameter('network/vpc-id', '  region = "us-west-2"\n'),
    /us-east-1\/data reads us-west-2 .* of us-west-2\/network/,
  ],
  [
    'a look at another region',
    'only peering reads two regions',
    'us-east-1/data/orders-db.tf',
    add('data "aws_vpc" "other" {\n  region = "us-west-2"\n}'),
    /data\.aws_vpc\.other/,
  ],
  [
    'a table that is asked about its replica',
    'only peering reads two regions',
    'us-east-1/data/orders-db.tf',
    add(
      'resource "aws_dynamodb_table" "carts" {\n  replica {\n    region_name = "us-west-2"\n  }\n}',
    ),
    /us-east-1\/data aws_dynamodb_table\.carts is read in two regions/,
  ],
  [
    'a fence that keeps answers out',
    'what was asked for outside is answered',
    'us-west-2/network/network-acls.tf',
    replace(/from_port {2}= 1024/g, 'from_port  = 32768'),
    /us-west-2\/network aws_network_acl\.private keeps out answers to port 1024/,
  ],
  [
    'a fence that keeps out that a packet is too large',
    'what was asked for outside is answered',
    'us-west-2/network/network-acls.tf',
    replace(/icmp_code {2}= 4/g, 'icmp_code  = 1'),
    /aws_network_acl\.private keeps out that a packet is too large/,
  ],
  [
    'a record of two regions',
    'no two modules write one record',
    'us-west-2/edge/web-alb.tf',
    add('resource "aws_route53_record" "mine" {\n  name = "shop.example.com"\n  type = "A"\n}'),
    /aws_route53_record\.mine is written by global aws_route53_record\.domain as well/,
  ],
  [
    'a partition',
    'no partition of AWS is written out',
    'us-east-1/cluster/access.tf',
    replace(/arn:[^:]+:eks/, 'arn:aws:eks'),
    /administrators names a partition/,
  ],
  [
    'a rule without its other end',
    'every rule of a security group has both ends',
    edge,
    replace(/ {2}referenced_security_group_id = local\..*\n/, ''),
    /has one end/,
  ],
  [
    'a rule that lets out what nobody lets in',
    'every rule of a security group has both ends',
    edge,
    replace(/resource "aws_vpc_security_group_ingress_rule" "web_alb_to_web" \{[^}]*\}/, ''),
    /egress_rule\.web_alb_to_web is let in nowhere/,
  ],
  [
    'a rule that lets in what nobody lets out',
    'every rule of a security group has both ends',
    edge,
    replace(/resource "aws_vpc_security_group_egress_rule" "web_alb_to_web" \{[^}]*\}/, ''),
    /ingress_rule\.web_alb_to_web is let out nowhere/,
  ],
  [
    'a VPC inside the range of its peer',
    'no VPC overlaps one that it is peered with',
    'us-west-2/network/vpc.tf',
    replace('10.1.0.0/16', '10.0.128.0/17'),
    /us-east-1\/network and us-west-2\/network overlap/,
  ],
  [
    'a subnet outside its VPC',
    'no VPC overlaps one that it is peered with',
    'us-east-1/network/subnets.tf',
    replace('10.0.64.0/18', '10.2.64.0/18'),
    /private_a is outside its VPC/,
  ],
  [
    'a way in one direction only',
    'peers are reached both ways',
    'peering/vpc-peering.tf',
    replace(/resource "aws_route" "us_west_2_to_us_east_1" \{[^}]*\}/, ''),
    /us-west-2 has no way to us-east-1/,
  ],
  [
    'a password in the state',
    'no secret stands in it, and nothing is open that need not be',
    'us-east-1/data/orders-db.tf',
    replace('password_wo_version', 'password = "hunter2"\n  password_wo_version'),
    /has its password in the state/,
  ],
  [
    'a public database',
    'no secret stands in it, and nothing is open that need not be',
    'us-east-1/data/orders-db.tf',
    replace(/publicly_accessible( *)= false/, 'publicly_accessible = true'),
    /is public/,
  ],
  [
    'a metadata service of version 1',
    'no secret stands in it, and nothing is open that need not be',
    'us-east-1/cluster/node-groups.tf',
    replace('"required"', '"optional"'),
    /open metadata service/,
  ],
  [
    'a database without protection',
    'what is always said is said',
    db,
    replace(/deletion_protection( *)= true/, 'deletion_protection = false'),
    /orders_db: deletion_protection is \[false\]/,
  ],
  [
    'a state under a key of S3',
    'states are encrypted with our key',
    'us-west-2/data/versions.tf',
    replace(/ *kms_key_id .*\n/, ''),
    /^us-west-2\/data has its state under another key than ours$/,
  ],
  [
    'a region without a key for its states',
    'states are encrypted with our key',
    'bootstrap/us-west-2.tf',
    replace(/resource "aws_kms_alias"[^}]*\}/, ''),
    /^us-west-2\/network has its state/m,
  ],
  [
    'a database that leaves no snapshot',
    'only replicas leave no snapshot',
    db,
    replace(/skip_final_snapshot( *)= false/, 'skip_final_snapshot = true'),
    /us-east-1\/data aws_db_instance\.orders_db can't be deleted/,
  ],
  [
    'a replica that is asked for a snapshot',
    'only replicas leave no snapshot',
    'us-west-2/data/orders-db.tf',
    replace(/skip_final_snapshot( *)= true/, 'skip_final_snapshot = false'),
    /us-west-2\/data aws_db_instance\.orders_db can't be deleted/,
  ],
  [
    'a database without a parameter group',
    'databases take TLS only',
    db,
    replace(/ *parameter_group_name .*\n/, ''),
    /orders_db takes clear text/,
  ],
  [
    'a parameter group that lets anybody in',
    'databases take TLS only',
    db,
    replace('rds.force_ssl', 'rds.force_tls'),
    /orders_db takes clear text/,
  ],
  [
    'an alarm that nobody hears',
    'what is always said is said',
    'us-east-1/data/alarms.tf',
    replace(/ *alarm_actions .*\n/, ''),
    /_cpu says no alarm_actions/,
  ],
  [
    'an endpoint for everybody',
    'what is always said is said',
    'us-east-1/cluster/cluster.tf',
    replace('var.cluster_endpoint_cidrs', '["0.0.0.0/0"]'),
    /public_access_cidrs is/,
  ],
  [
    'a switch that nobody knows',
    'no switch is written that nobody knows',
    db,
    replace('publicly_accessible', 'dedicated_log_volume = true\n  publicly_accessible'),
    /aws_db_instance\.dedicated_log_volume is true/,
  ],
  [
    'a file system without backups',
    'nothing stands without what closes, keeps or watches it',
    store,
    replace(/resource "aws_efs_backup_policy" "\w+" \{[^}]*\}[^}]*\}/, ''),
    /pictures_store has no aws_efs_backup_policy/,
  ],
  [
    'a file system that takes clear text',
    'buckets and file systems take TLS only',
    store,
    replace('aws:SecureTransport', 'aws:SecureTransit'),
    /pictures_store takes clear text/,
  ],
  [
    'a topic that nobody hears',
    'every topic is heard',
    'us-east-1/network/operations.tf',
    replace(/resource "aws_sns_topic_subscription"[^}]*\}/, ''),
    /operations is heard by nobody/,
  ],
  [
    'an alarm that is told twice',
    'alarms are told once',
    'us-east-1/network/operations.tf',
    replace('["aws.health"]', '["aws.health", "aws.cloudwatch"]'),
    /operations_health tells alarms a second time/,
  ],
  [
    'what RDS tells that is told twice',
    'alarms are told once',
    'us-east-1/data/alarms.tf',
    add('resource "aws_db_event_subscription" "orders_db" {\n  sns_topic = "ours"\n}'),
    /us-east-1\/network .*operations_rds tells events of databases a second time/,
  ],
  [
    'a database that fails in silence',
    'databases tell that they fail',
    'us-west-2/network/operations.tf',
    replace('["aws.rds"]', '["aws.health"]'),
    /us-west-2\/data aws_db_instance\.orders_db fails, and nobody is told/,
  ],
  [
    'a rule for a range of ports',
    'every rule of a security group names one port',
    edge,
    replace(/to_port( *)= 443/, 'to_port = 8443'),
    /lets in more than one port/,
  ],
  [
    'a database that is open to anybody',
    'only clients of load balancers come from anywhere',
    'us-east-1/cluster/security-group-rules.tf',
    replace(/referenced_security_group_id .*/, 'cidr_ipv4 = "0.0.0.0/0"'),
    /_from_cluster is open to anybody/,
  ],
  [
    'a controller that may register nothing',
    'policies allow what is needed',
    roles('aws-load-balancer-controller'),
    replace(/"elasticloadbalancing:RegisterTargets",?/, ''),
    /lacks elasticloadbalancing:RegisterTargets/,
  ],
  [
    'a statement that is not narrowed',
    'policies allow what is needed',
    roles('cluster-autoscaler'),
    replace('aws:ResourceTag/k8s.io/cluster-autoscaler', 'aws:ResourceTag/stage'),
    /Scale is not narrowed/,
  ],
  [
    'a statement without the other half of it',
    'statements come together',
    'us-east-1/network/flow-logs.tf',
    replace('"Look"', '"Seek"'),
    /flow_logs Write is worth nothing without flow_logs Look/,
  ],
  [
    'an action on everything',
    'policies are narrow',
    roles('cert-manager'),
    replace('"route53:ListHostedZonesByName"', '"route53:DeleteHostedZone"'),
    /allows route53:DeleteHostedZone too widely/,
  ],
  [
    'a way to files as root',
    'nobody is root of files',
    store,
    replace('"elasticfilesystem:ClientWrite"', '"elasticfilesystem:ClientRootAccess"'),
    /ByMountTarget lets root in/,
  ],
  [
    'a driver of files that may make nothing',
    'drivers of files make access points',
    'us-east-1/cluster/add-ons.tf',
    replace('AmazonEFSCSIDriverPolicy', 'AmazonEBSCSIDriverPolicy'),
    /aws_efs_csi_driver has another policy/,
  ],
  [
    'a role for every pod of a namespace',
    'a role is taken by one',
    roles('cert-manager'),
    replace(
      '"system:serviceaccount:cert-manager:cert-manager"',
      '"system:serviceaccount:cert-manager:*"',
    ),
    /cert_manager_assume is taken by more than one/,
  ],
];

describe('a rule sees', () => {
  test.each(spoiled)('%s', async (_, title, place, spoil, told) => {
    const built = build(await loadExample('eks-failover'));
    expect(rules[title](await spoiledBuild(built, place, spoil)).join('\n')).toMatch(told);
  });

  test.runIf(hasTerraform)('what terraform fmt would write otherwise', () => {
    expect(fmtProblems(['locals {\n  a   = 1\n}\n']).join('\n')).toContain('a = 1');
  });
});
