// Where the page is served from.

/** `''` or `/mail`, as wouter and addresses want it. */
export const basePath: string = new URL(document.baseURI).pathname.replace(/\/$/, '')

/** The server's address without a slash at its end. */
export const serverUrl: string = `${location.origin}${basePath}`
