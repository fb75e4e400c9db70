// Content security policies for what came by mail: it is a stranger's, whatever it says it is.

/** For octets and parts of mail: shown on their own they are inert and without an origin. */
export const mailPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * For the view of an HTML mail in the page's sandboxed frame. Nothing in it runs, and it reaches no server unless
 * the person asked for its pictures.
 */
export function viewPolicy(images: 'inline' | 'remote'): string {
  return [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    images === 'remote' ? 'img-src https: http: data:' : 'img-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}
