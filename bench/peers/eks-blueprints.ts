/**
 * What EKS Blueprints makes of two clusters, one in each of two regions, each with nine add-ons.
 * Whatever it would ask AWS or a registry of charts for is said here (versions, zones), so that
 * nothing is waited for but its own work.
 */
import * as blueprints from '@aws-quickstart/eks-blueprints';
import { App } from 'aws-cdk-lib';
import { KubernetesVersion } from 'aws-cdk-lib/aws-eks';

const account = '111122223333';
const regions = ['us-east-1', 'us-west-2'];

blueprints.HelmAddOn.validateHelmVersions = false;

const zones = regions.map((region) => [
  `availability-zones:account=${account}:region=${region}`,
  ['a', 'b', 'c'].map((letter) => `${region}${letter}`),
]);
const app = new App({ context: Object.fromEntries(zones) });

function addOns(): blueprints.ClusterAddOn[] {
  return [
    new blueprints.VpcCniAddOn({ version: 'v1.20.4-eksbuild.2' }),
    new blueprints.CoreDnsAddOn('v1.12.4-eksbuild.1'),
    new blueprints.KubeProxyAddOn('v1.34.0-eksbuild.4'),
    new blueprints.EbsCsiDriverAddOn({ version: 'v1.50.1-eksbuild.1' }),
    new blueprints.AwsLoadBalancerControllerAddOn(),
    new blueprints.CertManagerAddOn(),
    new blueprints.ClusterAutoScalerAddOn(),
    new blueprints.MetricsServerAddOn(),
    new blueprints.KubeStateMetricsAddOn(),
  ];
}

async function main(): Promise<void> {
  for (const region of regions) {
    await blueprints.EksBlueprint.builder()
      .account(account)
      .region(region)
      .version(KubernetesVersion.V1_34)
      .addOns(...addOns())
      .buildAsync(app, `cluster-${region}`);
  }
  app.synth();
}

main();
