// MailDev's paths moved under /api in version 3; both answer, each as its version did.

export interface Family {
  readonly version: 2 | 3
  /** what its paths begin with */
  readonly prefix: '' | '/api'
}

export const families: readonly Family[] = [
  { version: 2, prefix: '' },
  { version: 3, prefix: '/api' },
]
