// Words that many places share.

export const commonText = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let this be copied',
  download: 'Download',
  undo: 'Undo',
  loading: 'Loading…',
  failed: 'That did not work',
  tryAgain: 'Try again',
}
