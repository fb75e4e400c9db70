// What the page warns of.

export const warningText = {
  open: 'Mail here is open to the network.',
  openWhere: (places: string, remedies: readonly string[]) =>
    `Whoever reaches ${places} can read all of it without a password. ${remedies.join(' and ')} asks for one.`,
  dismiss: 'Dismiss the warning',
}
