/** What a service runs, and whose registry it is in. */

/**
 * The repository of an image, without host and tag: `shop/web`; null: the image names the host of
 * another registry. A first part with a dot or a colon is a host, as Docker reads it (reference
 * grammar of distribution): `ghcr.io/shop/web`, `localhost:5000/web`.
 */
export function repositoryOf(image: string): string | null {
  const [first = '', ...rest] = image.split('/');
  if (rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')) return null;
  return image.replace(/:[^/]*$/, '');
}
