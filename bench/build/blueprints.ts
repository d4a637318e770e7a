import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** EKS Blueprints on the same machine, in the same run: `bench/peers/eks-blueprints.ts`. */
export interface Blueprints {
  /** By the command of its users, `cdk synth`: from TypeScript to templates, ms. */
  readonly commandMs: number;
  /** The program alone, compiled to JavaScript beforehand, ms. */
  readonly programMs: number;
  readonly version: string;
}

const folder = join(import.meta.dirname, '../peers');
const programs = {
  cdk: join(folder, 'node_modules/aws-cdk/bin/cdk'),
  compiler: join(folder, 'node_modules/typescript/bin/tsc'),
};

export const howToInstall = 'npm ci --prefix bench/peers';

/** null where it is not installed. */
export function measureBlueprints(rounds: number, out: string): Blueprints | null {
  if (!existsSync(programs.cdk)) return null;
  const command = () =>
    run([
      programs.cdk,
      ...['synth', '--quiet', '--no-notices', '--no-version-reporting', '--output', out],
    ]);
  run([programs.compiler, '--noEmit', 'false', '--outDir', 'dist']);
  const program = () => run(['dist/eks-blueprints.js'], { CDK_OUTDIR: out });
  const fastest = (one: () => number) =>
    Math.min(
      ...Array.from({ length: rounds }, () => {
        rmSync(out, { recursive: true, force: true });
        return one();
      }),
    );
  const measured = { commandMs: fastest(command), programMs: fastest(program) };
  if (!existsSync(join(out, 'cluster-us-west-2.template.json'))) {
    throw new Error(`EKS Blueprints wrote no second cluster into ${out}`);
  }
  return { ...measured, version: versionOf('@aws-quickstart/eks-blueprints') };
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
    .version;
}

/** How long it took, ms. It is kept from asking AWS or its makers for anything. */
function run(parameters: readonly string[], more: NodeJS.ProcessEnv = {}): number {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    ...more,
  };
  const from = performance.now();
  const ran = spawnSync(process.execPath, parameters, { cwd: folder, env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${parameters[0]} ended with ${ran.status}: ${ran.stderr}`);
  return performance.now() - from;
}
