import type { Requirement } from '../requirement.ts';

const east = 'regions.us-east-1';
const west = 'regions.us-west-2';
const cluster = 'components.cluster';
const database = 'components.orders-db';

/** The design has its own words for each; figures are as it has them. */
export const requirements: readonly Requirement[] = [
  // Layer 1: network.
  {
    line: 'VPC 10.0.0.0/16',
    projection: 'terraform',
    by: 'network',
    says: { [`${east}.cidr`]: '10.0.0.0/16' },
  },
  {
    line: 'private subnets 10.0.64.0/18, 10.0.128.0/18, 10.0.192.0/18; the large share',
    projection: 'terraform',
    by: 'network',
    says: {
      [`${east}.zones.0.privateCidr`]: '10.0.64.0/18',
      [`${east}.zones.1.privateCidr`]: '10.0.128.0/18',
      [`${east}.zones.2.privateCidr`]: '10.0.192.0/18',
    },
  },
  {
    line: 'public subnets 10.0.0.0/21, 10.0.8.0/21, 10.0.16.0/21; the rest is reserved',
    projection: 'terraform',
    by: 'network',
    says: {
      [`${east}.zones.0.publicCidr`]: '10.0.0.0/21',
      [`${east}.zones.1.publicCidr`]: '10.0.8.0/21',
      [`${east}.zones.2.publicCidr`]: '10.0.16.0/21',
    },
  },
  {
    line: 'a second VPC in another region, with a different range',
    projection: 'terraform',
    by: 'network',
    says: { [`${west}.cidr`]: '10.1.0.0/16', [`${west}.role`]: 'standby' },
  },
  {
    line: 'VPC peering between the two regions',
    projection: 'terraform',
    by: 'network',
    says: { 'components.network.peering': 'all regions' },
  },
  {
    line: 'NAT for outbound connections',
    projection: 'terraform',
    by: 'network',
    says: { 'components.network.nat': 'one per zone' },
  },
  {
    line: 'security groups and network ACLs',
    projection: 'terraform',
    by: 'network',
    says: { 'components.network.networkAcls': true },
  },
  // Layer 1: database.
  {
    line: 'RDS PostgreSQL, Multi-AZ',
    projection: 'terraform',
    by: 'orders-db',
    says: { [database]: { kind: 'postgres', multiZone: true, writerIn: 'us-east-1' } },
  },
  {
    line: 'cross-region read replica',
    projection: 'terraform',
    by: 'orders-db',
    says: { [`${database}.replicaIn`]: ['us-west-2'] },
  },
  {
    line: 'automated backups of the primary and of the replica',
    projection: 'terraform',
    by: 'orders-db',
    says: { [`${database}.backupRetentionMs`]: 14 * 86_400_000 },
  },
  {
    line: 'maintenance windows',
    projection: 'terraform',
    by: 'orders-db',
    says: { [`${database}.maintenanceWindow`]: 'sun:04:30-sun:05:30' },
  },
  {
    line: 'encryption at rest and in transit, of the primary and of the replica',
    projection: 'terraform',
    by: 'orders-db',
    says: { [`${database}.encryption`]: { atRest: true, inTransit: true } },
  },
  {
    line: 'password policy and managed credentials',
    projection: 'terraform',
    by: 'orders-db',
    says: {
      [`${database}.credentials`]: { managedBy: 'secrets-manager', passwordLengthMin: 28 },
    },
  },
  {
    line: 'CloudWatch alarms on replication lag, CPU and replication faults',
    projection: 'terraform',
    by: 'alarms',
    says: {
      'components.alarms': {
        kind: 'alarms',
        replicationLagMs: 60_000,
        cpuPercent: 80,
        faults: true,
        notify: 'operations',
      },
      [`${database}.alarms`]: { replicationLagMs: 60_000, cpuPercent: 80 },
    },
  },
  {
    line: 'automated alarms that tell somebody',
    projection: 'terraform',
    by: 'operations',
    says: { 'components.operations.kind': 'events' },
  },
  { line: 'alarms to Grafana where possible', projection: 'monitoring', by: 'alarms' },
  // Layer 1: EKS.
  {
    line: 'EKS over several zones',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${east}.workloadZones`]: ['us-east-1a', 'us-east-1b', 'us-east-1c'] },
  },
  {
    line: 'managed node groups: min, max, desired, instance types, AMI, user data',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.nodeGroups.apps`]: {
        active: { min: 3, max: 12, desired: 3 },
        instances: ['m6i.large', 'm6a.large'],
        ami: 'AL2023_x86_64_STANDARD',
        userData: '#!/bin/bash\nsysctl -w net.core.somaxconn=4096\n',
      },
    },
  },
  {
    line: 'private workers',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.nodeGroups.apps.subnets`]: 'private' },
  },
  {
    line: 'logs of the control plane, audit among them',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.controlPlaneLogs`]: [
        'api',
        'audit',
        'authenticator',
        'controllerManager',
        'scheduler',
      ],
    },
  },
  {
    line: 'secrets encrypted by KMS',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.secretsEncryption`]: true },
  },
  {
    line: 'OIDC provider and IRSA; a node role with the least privilege',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.serviceAccountRoles`]: true },
  },
  {
    line: 'a version of Kubernetes',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.version`]: '1.34' },
  },
  {
    line: 'add-ons kube-proxy, VPC CNI, CoreDNS',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.addOns.0`]: 'vpc-cni',
      [`${cluster}.addOns.1`]: 'coredns',
      [`${cluster}.addOns.2`]: 'kube-proxy',
    },
  },
  {
    line: 'failover cluster in a second region, in a single zone',
    projection: 'terraform',
    by: 'cluster',
    says: {
      [`${cluster}.regions`]: ['us-east-1', 'us-west-2'],
      [`${west}.workloadZones`]: ['us-west-2a'],
    },
  },
  {
    line: 'IRSA for the load balancer controller, cert-manager with its zone and the autoscaler',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.serviceAccountRoles`]: true },
  },
  {
    line: 'tags by which the autoscaler finds its node groups',
    projection: 'terraform',
    by: 'cluster',
  },
  {
    line: 'a node group of its own for monitoring, in both clusters',
    projection: 'terraform',
    by: 'cluster',
    says: { [`${cluster}.nodeGroups.monitoring.dedicated`]: true },
  },
  { line: 'RBAC in the cluster', projection: 'kubernetes', by: 'cluster' },
  // Layer 2.
  {
    line: 'AWS Load Balancer Controller, with IRSA',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.4`]: 'aws-load-balancer-controller' },
  },
  {
    line: 'cert-manager with the Route 53 zone, with IRSA',
    projection: 'kubernetes',
    by: 'cluster',
    says: {
      [`${cluster}.addOns.5`]: 'cert-manager',
      'components.domain.zone': 'shop.example.com',
    },
  },
  {
    line: 'cluster autoscaler with tags for discovery, with IRSA',
    projection: 'kubernetes',
    by: 'cluster',
    says: { [`${cluster}.addOns.6`]: 'cluster-autoscaler' },
  },
  // Microservices.
  { line: 'what builds images and pushes them', projection: 'terraform', by: 'delivery' },
  { line: 'twelve-factor services, a Dockerfile for each', projection: 'delivery', by: 'delivery' },
  {
    line: 'pipelines that build images and push them to a registry',
    projection: 'delivery',
    by: 'delivery',
    says: { 'components.delivery.registry': 'images' },
  },
  {
    line: 'container registry in both regions',
    projection: 'terraform',
    by: 'images',
    says: { 'components.images.regions': ['us-east-1', 'us-west-2'] },
  },
  {
    line: 'GitOps: Argo CD or Flux',
    projection: 'delivery',
    by: 'delivery',
    says: { 'components.delivery.deploys': { by: 'argo-cd' } },
  },
  {
    line: 'a metrics endpoint for each service',
    projection: 'kubernetes',
    by: 'web',
    says: { 'components.web.metricsPath': '/metrics' },
  },
  {
    line: 'Deployment with replicas, requests and limits',
    projection: 'kubernetes',
    by: 'orders',
    says: {
      'components.orders.replicas.min': 3,
      'components.orders.resources.requests': { cpuMillicores: 250 },
      'components.orders.resources.limits': { cpuMillicores: 1_000 },
    },
  },
  {
    line: 'a pod disruption budget',
    projection: 'kubernetes',
    by: 'catalog',
    says: { 'components.catalog.disruption.maxUnavailablePercent': 25 },
  },
  {
    line: 'podAntiAffinity, preferred, over topology.kubernetes.io/zone, weight 100',
    projection: 'kubernetes',
    by: 'gateway',
    says: { 'components.gateway.spread': { over: 'zones', weight: 100 } },
  },
  { line: 'Service, ConfigMap and Secret, Ingress', projection: 'kubernetes', by: 'web' },
  {
    line: 'namespaces',
    projection: 'kubernetes',
    by: 'web',
    says: { 'components.web.namespace': 'eks-failover' },
  },
  { line: 'secrets management', projection: 'kubernetes', by: 'cluster' },
  { line: 'Helm charts, optional', projection: 'kubernetes', by: 'cluster' },
  {
    line: 'HPA on CPU and memory',
    projection: 'kubernetes',
    by: 'orders',
    says: { 'components.orders.replicas.on': { cpuPercent: 70, memoryPercent: 80 } },
  },
  {
    line: 'rolling updates, maxUnavailable 25 %, and rollback',
    projection: 'kubernetes',
    by: 'orders',
    says: { 'components.orders.rollout.maxUnavailablePercent': 25 },
  },
  { line: 'RBAC, pod security and network policies of services', projection: 'kubernetes' },
  {
    line: 'the same set-up in the failover region',
    projection: 'kubernetes',
    by: 'pictures',
    says: { 'components.pictures.regions': ['us-east-1', 'us-west-2'] },
  },
  // Traffic.
  {
    line: 'Global Accelerator in front of the load balancers of both regions',
    projection: 'terraform',
    by: 'edge',
    says: {
      'components.edge.to': 'web-alb',
      'components.edge.regions': ['us-east-1', 'us-west-2'],
    },
  },
  {
    line: 'traffic-dial-percentage 0 for the second region',
    projection: 'terraform',
    by: 'edge',
    says: { 'components.edge.dial': { 'us-east-1': 100, 'us-west-2': 0 } },
  },
  {
    line: 'failover by health checks, without a change of DNS',
    projection: 'terraform',
    by: 'edge',
    says: { 'components.edge.healthCheck': { path: '/readyz', intervalMs: 10_000, threshold: 3 } },
  },
  {
    line: 'a load balancer in each region, with a certificate',
    projection: 'terraform',
    by: 'web-alb',
    says: { 'components.web-alb': { layer: 7, tls: true, certificate: 'shop-certificate' } },
  },
  {
    line: 'TLS between clients and the cluster',
    projection: 'terraform',
    by: 'shop-certificate',
    says: { 'components.shop-certificate.domain': 'shop.example.com' },
  },
  {
    line: "the accelerator's name behind a record in Route 53",
    projection: 'terraform',
    by: 'domain',
    says: { 'components.domain': { to: 'edge', routing: 'simple' } },
  },
  // Testing: nine kinds.
  { line: 'configuration tests, static and dynamic', projection: 'delivery' },
  { line: 'provisioning and deployment tests', projection: 'delivery' },
  { line: 'load, stress and scalability tests', projection: 'delivery' },
  { line: 'vulnerability scans and penetration tests', projection: 'delivery' },
  { line: 'high availability and failover tests', projection: 'delivery' },
  { line: 'network tests: connectivity, latency, bandwidth', projection: 'delivery' },
  { line: 'tests of scaling by itself and by hand', projection: 'delivery' },
  { line: 'drift detection', projection: 'delivery' },
  { line: 'drills of a lost zone and a lost region', projection: 'delivery' },
  // Monitoring.
  {
    line: 'Prometheus in a namespace and a node group of its own, in both clusters',
    projection: 'monitoring',
    by: 'cluster',
    says: {
      [`${cluster}.nodeGroups.monitoring`]: {
        dedicated: true,
        active: { min: 2 },
        standby: { min: 1 },
      },
    },
  },
  { line: 'Grafana with both Prometheus as data sources', projection: 'monitoring' },
  { line: 'dashboards and alerts in Grafana', projection: 'monitoring' },
  { line: 'node-exporter, kube-state-metrics, cAdvisor', projection: 'monitoring' },
  { line: 'ServiceMonitors for exporters and services', projection: 'monitoring' },
  // Single points of failure.
  {
    line: 'single points of failure: Route 53, Global Accelerator, a replica that takes no writes',
    projection: 'documents',
  },
  {
    line: 'Terraform in two layers, a file for each component',
    projection: 'terraform',
    of: 'state',
  },
  { line: 'a diagram of the architecture', projection: 'diagram' },
  { line: 'no tool for configuration management is needed', projection: 'documents' },
];

/** Pictures need a file store, so that files are lost and found in the lab. */
export const ours = ['pictures-store'];
