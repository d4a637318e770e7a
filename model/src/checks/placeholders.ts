import { mendName } from '../near.ts';
import { valueAt } from '../problem.ts';
import type { TellAt } from '../read.ts';
import type { Named } from './references.ts';

/** In `lab.environment`, `{orders.urls}` stands for the addresses of a service. */
const placeholder = /\{([^{}]*)\.urls\}/g;

/** In place of a name that no service has nothing would stand: the service would call nobody. */
export function checkPlaceholders(components: readonly Named[], tell: TellAt): void {
  const kinds = new Map(components.map(({ name, kind }) => [name, kind]));
  const services = components.flatMap(({ name, kind }) => (kind === 'service' ? [name] : []));
  for (const component of components) {
    const field = ['lab', 'environment'];
    const written = valueAt(component.written, field);
    if (component.kind !== 'service' || typeof written !== 'object' || written === null) continue;
    for (const [variable, value] of Object.entries(written)) {
      const names = [...String(value).matchAll(placeholder)].map(([, name = '']) => name);
      const wrong = names.find((name) => !services.includes(name) && kinds.get(name) !== null);
      if (wrong === undefined) continue;
      const kind = kinds.get(wrong);
      tell(
        ['components', component.name, ...field, variable],
        kind === undefined
          ? `no component has the name ${wrong}`
          : `${wrong} is of kind ${kind}, where a service is needed`,
        `inside the braces ${mendName(wrong, services)}`,
      );
    }
  }
}
