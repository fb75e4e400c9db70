// The servers that Mailhold stands in for.

export type PeerName = 'mailpit' | 'mailhog' | 'maildev' | 'ethereal'
