// What the preview of a mail says.

export const previewText = {
  toolbar: 'How to show the mail',
  width: 'Width',
  widths: { free: 'Full', desktop: 'Desktop', tablet: 'Tablet', phone: 'Phone' },
  zoom: 'Zoom',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomReset: (percent: string) => `${percent}, back to 100 %`,
  dark: 'Dark scheme',
  print: 'Print',
  printHint: 'The mail is open alone; print it from there.',
  blocked: (count: string) => `${count} remote images are not loaded`,
  blockedOne: 'One remote image is not loaded',
  blockedWhy: ', so that nobody learns this mail was opened',
  load: 'Load images',
  loaded: 'Remote images are loaded for this view.',
  block: 'Block again',
  big: (size: string) => `The HTML of this mail is ${size}.`,
  bigHint: 'To draw it may hold your browser up for a while.',
  showBig: 'Show it anyway',
}
