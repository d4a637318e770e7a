/**
 * An application on EC2 behind a load balancer, with a Kubernetes cluster for its monitoring, in
 * us-east-2 and once more in us-west-1. The database follows from one region to the other. The
 * design names regions, zones, sizes and numbers, and how long backups are kept; it names neither
 * objectives, address ranges, the database's engine and version, names in DNS, nor the monitoring's
 * versions: those are ours.
 */
import { definePlatform } from '@outrigger/model';

export default definePlatform({
  name: 'ec2-monitored',
  strategy: 'warm-standby',

  objectives: {
    'zone-loss': { rpo: '0s', rto: '10m' },
    // The design promotes the database and points the application at it by hand.
    'region-loss': { rpo: '10m', rto: '30m', approval: 'always' },
  },

  regions: {
    'us-east-2': { role: 'primary', cidr: '10.60.0.0/16', zones: ['us-east-2a', 'us-east-2b'] },
    // Two of its three letters are offered to an account; the design has these two.
    'us-west-1': { role: 'standby', cidr: '10.61.0.0/16', zones: ['us-west-1b', 'us-west-1c'] },
  },

  components: {
    network: { kind: 'network', flowLogs: { keep: '365d' } },

    domain: { kind: 'dns', zone: 'flask.example.com', to: 'app-alb', routing: 'failover' },
    'app-alb': {
      kind: 'load-balancer',
      layer: 7,
      to: 'app',
      healthCheck: { path: '/health' },
      certificate: 'app-certificate',
    },
    'app-certificate': {
      kind: 'certificate',
      domain: 'flask.example.com',
      zone: 'flask.example.com',
    },

    app: {
      kind: 'virtual-machines',
      image: 'app-image',
      keyPair: 'operators-key',
      size: 't2.micro',
      min: 3,
      max: 3,
      // As many in the second region, at all times.
      standby: { min: 3, max: 3 },
      port: 5000,
      healthPath: '/health',
      needs: ['records'],
    },
    'app-image': { kind: 'machine-image', image: 'flask-app-*', storedIn: 'machine-images' },
    'operators-key': { kind: 'key-pair' },

    records: {
      kind: 'aurora',
      engine: 'mysql',
      version: '8.0',
      size: {
        asked: 'db.t2.small',
        used: 'db.r6g.large',
        source:
          'Aurora user guide, configuration requirements of a global database: instance classes ' +
          'for memory-intensive applications, so no db.t2',
      },
      instances: 2,
      replicaInstances: 2,
      multiZone: true,
      replicaIn: 'us-west-1',
      backups: '5d',
    },

    // The second bucket of the design, for Terraform's state, is made before all else: bootstrap/.
    'machine-images': { kind: 'object-store' },

    monitoring: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: {
        monitoring: {
          instances: ['t3.medium'],
          min: 2,
          max: 2,
          standby: { min: 2, max: 2 },
        },
      },
      addOns: ['aws-ebs-csi-driver', 'aws-load-balancer-controller'],
    },

    alarms: { kind: 'alarms', notify: 'operations' },
    operations: { kind: 'events', email: ['operations@example.com'] },
  },
});
