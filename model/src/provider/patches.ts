import type { AwsResources } from './generated/resources.ts';

type Resources = AwsResources<never>;

/**
 * Arguments to set in the Terraform that is written, by the address of the resource:
 * `aws_db_instance.orders_db`. What a resource needs is there already.
 */
export type TerraformPatches = {
  readonly [Type in keyof Resources as `${Type}.${string}`]: Partial<Resources[Type]['written']>;
};
