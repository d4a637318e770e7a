import type { LabLayout } from '@outrigger/lab';
import { expect, test } from 'vitest';
import { refuseClients } from './refuse-clients.ts';

const problem = { path: 'GET /api/catalog', value: 'status 404', wrong: 'none', mend: 'answer it' };
const source = "export default {\n  components: {\n    api: { kind: 'service' },\n  },\n};\n";
const loaded = { shown: 'shop/platform.ts', source };

function layoutOf(paths: readonly string[]): LabLayout {
  const services = [{ component: 'api', paths }];
  return JSON.parse(JSON.stringify({ platform: 'shop', regions: [{ zones: [{ services }] }] }));
}

test('what clients are not answered is said of the service where they come in', () => {
  const refusal = refuseClients(problem, layoutOf(['/']), loaded);
  expect(refusal).toMatchObject({
    message: 'The drill of shop cannot begin',
    exitCode: 2,
    problems: [
      {
        path: 'components.api',
        value: 'GET /api/catalog → status 404',
        wrong: 'none',
        mend: 'answer it',
        file: 'shop/platform.ts',
      },
    ],
  });
});

test('where nobody gets their writes it is said of all components', () => {
  const { problems } = refuseClients(problem, layoutOf(['/pages']), loaded);
  expect(problems[0]?.path).toBe('components');
});
