/** Images of the services of a platform: what each is called where they are kept. */
import { repositoryOf } from '../images.ts';
import type { Surroundings } from '../kind.ts';
import { isWrittenRegistry } from '../kinds/container-registry.ts';
import { isWrittenService } from '../kinds/service.ts';
import { labelOf } from '../labels.ts';
import type { TellAt } from '../read.ts';

/** ECR has a repository for each image, and Terraform a block for each repository. */
export function checkImages(around: Surroundings, tell: TellAt): void {
  if (![...around.components.values()].some(isWrittenRegistry)) return;
  /** By its label: the first repository that has it. */
  const first = new Map<string, { name: string; image: string; repository: string }>();
  for (const [name, service] of around.components) {
    if (!isWrittenService(service)) continue;
    const { image } = service;
    const repository = repositoryOf(image);
    if (repository === null) continue;
    const label = labelOf(repository);
    const other = first.get(label);
    if (other === undefined) first.set(label, { name, image, repository });
    else if (other.repository !== repository) {
      tell(
        ['components', name, 'image'],
        `cannot be told from the image of ${other.name}, '${other.image}', where punctuation ` +
          'does not count',
        'give its repository another name',
      );
    }
  }
}
