// Hostile HTML made safe to show: for now its source as text.

export interface SafeHtmlOptions {
  readonly cidImages: ReadonlyMap<string, string>
  readonly remoteImages: boolean
}

export const safeHtml = (
  html: string,
  _options: SafeHtmlOptions,
): { html: string; remoteBlocked: number } => ({
  html: `<pre>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
  remoteBlocked: 0,
})
