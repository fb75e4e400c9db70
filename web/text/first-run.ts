// What a newcomer reads.

export const firstRunText = {
  title: 'Point your app here',
  what: 'Whatever is sent to this address is kept, shown here, and goes nowhere else. No password is needed; any will do.',
  frameworks: 'Frameworks',
  smtpOff: 'No SMTP listener is on. Start Mailhold with --smtp 1025.',
  smtp: 'SMTP',
  pop3: 'POP3',
  sample: 'Send a sample mail',
  docs: 'The API',
}
