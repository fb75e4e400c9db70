// A mail with a bit of everything, for those who want to see what the page can do.

import type { NewMail } from '../../src/wire/new-mail.js'

const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<style>
  body { margin: 0; background: #f3f3f0; color: #191b1a; font: 16px/1.55 system-ui, sans-serif }
  .card { max-width: 520px; margin: 32px auto; padding: 36px 40px; border-radius: 14px; background: #fff }
  h1 { margin: 0 0 12px; font-size: 24px; letter-spacing: -.01em }
  .code { display: inline-block; margin: 12px 0 20px; padding: 10px 18px; border-radius: 10px; background: #e2f0ed; color: #07564e; font: 600 26px/1.2 ui-monospace, monospace; letter-spacing: .12em }
  a.button { display: inline-block; padding: 12px 20px; border-radius: 9px; background: #0b6b61; color: #fff; font-weight: 600; text-decoration: none }
  .small { margin-top: 28px; color: #5d6361; font-size: 13px }
  @media (prefers-color-scheme: dark) {
    body { background: #121314; color: #eceded } .card { background: #1a1b1d } .code { background: #16302d; color: #7bd8ca }
    a.button { background: #58c8b8; color: #06201d } .small { color: #a2a8a6 }
  }
</style></head>
<body><div class="card">
  <h1>Welcome, Ada</h1>
  <p>One more step: confirm that this address is yours. Your code is</p>
  <div class="code">482 913</div>
  <p><a class="button" href="https://app.example/confirm?token=8f2b7c">Confirm address</a></p>
  <p class="small">You get this mail because you asked for a sample. A picture from elsewhere is blocked until you allow it:
  <img src="https://app.example/pixel.png" width="1" height="1" alt=""></p>
</div></body></html>`

const text = `Welcome, Ada

One more step: confirm that this address is yours. Your code is 482 913

Confirm address: https://app.example/confirm?token=8f2b7c
`

const note = 'Attachments are listed, shown and downloaded one by one or together.\n'

export const sampleMail: NewMail = {
  from: 'Example App <hello@app.example>',
  to: ['Ada Lovelace <ada@example.com>'],
  subject: 'Welcome, please confirm your address',
  text,
  html,
  attachments: [{ filename: 'read-me.txt', contentType: 'text/plain', content: btoa(note) }],
}
