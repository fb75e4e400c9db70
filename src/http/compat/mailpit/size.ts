// Sizes in searches: `larger:2M`.

/** Octets; 0 for text that is no size. k and kB are 1024, m and MB 1024². */
export function parseSize(text: string): number {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s?(k|kb|m|mb)?$/i.exec(text)
  if (!match) return 0
  const unit = match[2]?.toLowerCase().charAt(0) ?? ''
  const factor = unit === 'k' ? 1024 : unit === 'm' ? 1024 * 1024 : 1
  return Math.floor(Number(match[1]) * factor)
}
