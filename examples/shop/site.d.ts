interface Address {
  readonly host: string
  readonly port: number
}

export function openSite(smtp: Address, port?: number): Promise<{ url: string; close: () => void }>
