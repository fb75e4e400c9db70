// Content-Disposition with a name that came by mail (RFC 6266, RFC 8187).

/**
 * `inline` or `attachment` with a name that every system takes: no path, no control or direction-changing characters, not empty.
 * @param name as the mail says; display only
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = safeName(name)
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  return ascii === safe
    ? `${kind}; filename="${ascii}"`
    : `${kind}; filename="${ascii}"; filename*=UTF-8''${encode(safe)}`
}

/** Cut to 200 characters; the last step of a path only. */
export function safeName(name: string): string {
  const last = name.slice(-1000).split(/[/\\]/).at(-1) ?? ''
  // controls, marks that reverse the reading direction, and what Windows refuses
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '_').replace(/^[.\s]+|[.\s]+$/g, '')
  return Array.from(clean).slice(-200).join('') || 'attachment'
}

// RFC 8187 §3.2.1: attr-char is narrower than what encodeURIComponent leaves
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
