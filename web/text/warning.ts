// What the page warns of.

export const warningText = {
  open: 'Mail here is open to the network.',
  openWhere: (places: string, remedies: readonly string[]) =>
    `Whoever reaches ${places} can read it; ${remedies.join(' and ')} asks for a password.`,
  dismiss: 'Dismiss the warning',
}
