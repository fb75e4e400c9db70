// How the preview shows a mail. Pure.

export type PreviewWidth = 'free' | 'desktop' | 'tablet' | 'phone'

export interface Showing {
  readonly width: PreviewWidth
  /** 1 is the size that the mail has */
  readonly zoom: number
  /** whether the reader's system asks for a dark scheme */
  readonly isDark: boolean
}

export const usualShowing: Showing = { width: 'free', zoom: 1, isDark: false }

/** CSS pixels of common screens of readers. */
const pixels: Readonly<Record<Exclude<PreviewWidth, 'free'>, number>> = {
  desktop: 1024,
  tablet: 768,
  phone: 375,
}

/** As CSS. */
export const widthOf = (width: PreviewWidth): string => (width === 'free' ? '100%' : `${pixels[width]}px`)

const zooms = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2]

/** The next step up or down; the same at the ends. */
export const zoomed = (zoom: number, by: 1 | -1): number => zooms[zooms.indexOf(zoom) + by] ?? zoom
