import {
  type DataComponent,
  dataComponents,
  isWrittenEverywhere,
  type Platform,
} from '@outrigger/model';

/**
 * Active-active means that clients are served in two regions. Whether both may write is up to each
 * store: most have one writer, so a lost region still takes a promotion.
 */
export function writersOf(platform: Platform): readonly string[] {
  const stores = dataComponents(platform);
  const single = stores.filter(({ kind }) => !isWrittenEverywhere(kind));
  return [
    ...stores.map((store) => `${store.name}: ${wordsOf(store)}`),
    single.length === 0
      ? 'every store takes writes in both regions'
      : `so both regions serve, but one writes: when it is lost the plan promotes the copy of ` +
        `each of ${namesOf(single)}`,
    'writes in both regions need DynamoDB global tables (dynamodb) or S3 (object-store)',
  ];
}

function wordsOf({ kind }: DataComponent): string {
  switch (kind) {
    case 'aurora':
      return (
        'one region writes. With write forwarding the other takes a statement and sends it to ' +
        'the writer, each time over the way between the regions; while the writer’s region is ' +
        'lost nothing is written (Aurora user guide, on write forwarding in global databases)'
      );
    case 'postgres':
      return 'one region writes; the copy is read-only until it is promoted, nothing is forwarded';
    case 'file-store':
      return 'one region writes; the replica is read-only until replication is taken away';
    case 'documentdb':
      return 'one region writes; copies are read-only until one of them is promoted';
    case 'dynamodb':
      return (
        'both regions write; of two writes to one item within about a second the later one ' +
        'stays, unless the table is strongly consistent over three regions'
      );
    case 'object-store':
      return (
        'both regions may write, with replication in both directions; of two writes to one key ' +
        'the later one stays'
      );
  }
}

function namesOf(stores: readonly { readonly name: string }[]): string {
  return stores.map(({ name }) => name).join(' and ');
}
