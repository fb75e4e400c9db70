// English mails with a code to type.

import { type CodeFixture, page } from './fixture.js'

const en = (fixture: Omit<CodeFixture, 'language'>): CodeFixture => ({ language: 'en', ...fixture })

export const englishCodes: readonly CodeFixture[] = [
  en({
    subject: 'Your Octohub launch code',
    text: `Hi ada,

Here is the launch code for the repository tools you asked for: 48213957

Open https://octohub.example/launch and enter it to continue.

Ticket 100223344, sent 2026-11-22 10:04 UTC.`,
    code: '48213957',
    links: [['https://octohub.example/launch', 'https://octohub.example/launch']],
  }),
  en({
    subject: '[Octohub] Please verify your device',
    text: `Hey ada!

A sign in attempt requires further verification because we did not recognize your device. To complete the sign in, enter the verification code on the unrecognized device.

Device: Chrome 119 on Windows 10
Verification code: 730184

If you did not attempt to sign in to your account, your password may be compromised. Visit https://octohub.example/settings/security to create a new, strong password.`,
    code: '730184',
    links: [['https://octohub.example/settings/security', 'https://octohub.example/settings/security']],
  }),
  en({
    subject: 'G-530921 is your Gaggle verification code',
    text: 'This code expires in 10 minutes. If you did not ask for it, you can ignore this message.',
    code: '530921',
  }),
  en({
    subject: 'Gaggle verification code',
    html: page(
      '<p>Use this code to finish setting up two-step verification:</p><div class="code">G-774120</div><p>It expires in 24 hours.</p>',
      '&copy; 2026 Gaggle LLC, 1600 Example Parkway, Mountain View, CA 94043',
    ),
    code: '774120',
  }),
  en({
    subject: 'Clack confirmation code: QLM-4TR',
    html: page(
      '<h1>Confirm your email address</h1><p>Your confirmation code is below — enter it in your open browser window and we will help you get signed in.</p><table><tr><td align="center" style="font-size:30px">QLM-4TR</td></tr></table><p>If you did not request this email, there is nothing to worry about.</p><a href="https://clack.example/help">Help Center</a>',
      '500 Howard Street, San Francisco, CA 94105. Version 4.36.140',
    ),
    code: 'QLM-4TR',
    links: [['Help Center', 'https://clack.example/help']],
  }),
  en({
    subject: 'Sign-in code for Amazin',
    html: page(
      '<p>To verify your email address, please use the following One Time Password (OTP):</p><p style="font-size:24px"><strong>604418</strong></p><p>Do not share this OTP with anyone. Our customer service team will never ask you for your password, OTP, credit card, or banking info.</p>',
      'Order updates: call 1-888-280-4331. Ref 204-5512339-0098812',
    ),
    code: '604418',
  }),
  en({
    subject: 'Microshaft account security code',
    text: `Microshaft account
Security code

Please use the following security code for the Microshaft account ad**e@example.com.

Security code: 8810

If you don't recognize the account ad**e@example.com, you can click here to remove your email address from that account: https://account.microshaft.example/remove/55120983

Thanks,
The account team`,
    code: '8810',
    links: [
      [
        'https://account.microshaft.example/remove/55120983',
        'https://account.microshaft.example/remove/55120983',
      ],
    ],
  }),
  en({
    subject: '902 114 is your Fishbook code',
    text: `Hi Ada,

We received a request to reset your password. Enter the following password reset code:

902114

Alternatively, you can change your password directly: https://fishbook.example/recover?n=902114&id=1000442288

Didn't request this change? Let us know.
Fishbook, 1 Hacker Way, Menlo Park, CA 94025`,
    code: '902114',
    links: [
      [
        'https://fishbook.example/recover?n=902114&id=1000442288',
        'https://fishbook.example/recover?n=902114&id=1000442288',
      ],
    ],
  }),
  en({
    subject: 'Your Chirper confirmation code is 5530912',
    html: page(
      '<h2>Confirm your email address</h2><p>There is one quick step you need to complete before creating your Chirper account. Please enter this verification code to get started:</p><div style="font-size:32px">5530912</div><p>Verification codes expire after two hours.</p>',
      'Chirper International, 1 Cumberland Place, Dublin 2, D02 AX07',
    ),
    code: '5530912',
  }),
  en({
    subject: 'Steamworks account: computer authorization',
    html: page(
      '<p>Dear ada1815,</p><p>Here is the Steamworks Guard code you need to login to account ada1815:</p><table bgcolor="#17191c"><tr><td style="color:#3a9aed;font-size:48px">K7VQ2</td></tr></table><p>This email was generated because of a login attempt from a computer located at 203.0.113.77 (US). The login attempt included your correct account name and password.</p><p><a href="https://help.steamworks.example/wizard/HelpUnauthorizedLogin?stoken=8836f01">help site</a></p>',
      'PO Box 1688 Bellevue, WA 98009',
    ),
    code: 'K7VQ2',
    links: [['help site', 'https://help.steamworks.example/wizard/HelpUnauthorizedLogin?stoken=8836f01']],
  }),
  en({
    subject: 'Discard: verify login from a new location',
    text: `Hey ada,

Your verification key is: 8HX92Q

It is valid for 10 minutes. IP address: 198.51.100.23. Location: Berlin, 10115, Germany`,
    code: '8HX92Q',
  }),
  en({
    subject: 'Your temporary ChatterBox login code',
    html: page(
      '<p>Enter this temporary verification code to continue:</p><p style="background:#f3f3f3;font-family:monospace;font-size:24px">019283</p><p>If you were not trying to log in, please reset your password.</p>',
    ),
    code: '019283',
  }),
  en({
    subject: 'Notable login code',
    html: page(
      '<h1>Login</h1><a href="https://notable.example/loginwithemail?state=71c2&amp;password=pivot-mango-45">Click here to log in with this magic link</a><p>Or, copy and paste this temporary login code:</p><code style="background:#eee">pivot4-mango9</code><p>Hint: You can set a permanent password in Settings.</p>',
    ),
    code: 'pivot4-mango9',
    links: [
      [
        'Click here to log in with this magic link',
        'https://notable.example/loginwithemail?state=71c2&password=pivot-mango-45',
      ],
    ],
  }),
  en({
    subject: 'Strype: your verification code',
    html: page(
      '<table><tr><td>Account</td><td>acct_1032HU2eZvKYlo2C</td></tr><tr><td>Verification code</td><td><b>291-554</b></td></tr><tr><td>Expires</td><td>22 Nov 2026, 10:15</td></tr></table>',
      'Strype, 354 Oyster Point Blvd, South San Francisco, CA 94080',
    ),
    code: '291554',
  }),
  en({
    subject: 'Pear ID',
    html: page(
      '<p>Dear Ada,</p><p>You recently selected this email address to be used for your Pear ID. To verify it belongs to you, enter the code below on the email verification page:</p><h2>667 301</h2><p>This code will expire three hours after this email was sent.</p>',
      'Copyright &copy; 2026 Pear Inc. One Pear Park Way, Cupertino, CA 95014',
    ),
    code: '667301',
  }),
  en({
    subject: 'Your bank: transaction approval',
    text: `Dear customer,

You are about to pay GBP 1,249.00 to FURNITURE WORLD LTD with your card ending 4471.
Approve this payment with passcode 338145. Never share it, not even with our staff.

Questions? Call 0345 600 0723. Reference 20261122-7788.`,
    code: '338145',
  }),
  en({
    subject: 'Coinbarn: new device',
    text: `Device confirmation

1. Return to the page at https://coinbarn.example/devices
2. Type 7 4 0 2 9 6 as your one-time code
3. Press Confirm

IP 203.0.113.9, browser Firefox 132.0`,
    code: '740296',
    links: [['https://coinbarn.example/devices', 'https://coinbarn.example/devices']],
  }),
  en({
    subject: 'Airbedandbreakfast: 4471',
    text: 'Your verification code is in the subject line of this message. Enter it in the app within 5 minutes.',
    code: '4471',
  }),
  en({
    subject: 'Use 61920385 to sign in to Framehub',
    html: page(
      '<p>Copy the number from the subject, or <a href="https://framehub.example/m/7f3a">sign in with one click</a>.</p>',
    ),
    code: '61920385',
    links: [['sign in with one click', 'https://framehub.example/m/7f3a']],
  }),
  en({
    subject: 'Zooom code',
    html: page(
      '<p style="font-size:28px;text-align:center">118 904</p><p>This is your one-time passcode. Please enter it to sign in. The passcode expires in 10 minutes.</p>',
      'Meeting ID 883 1122 4455. Dial in +1 646 558 8656',
    ),
    code: '118904',
  }),
  en({
    subject: 'Ubar: 2847 is your Ubar code',
    text: 'Hi Ada, 2847 is your Ubar code. Never share this code. Reply STOP to +1 415 237 0403 to unsubscribe.',
    code: '2847',
  }),
  en({
    subject: 'Confirm your subscription request',
    text: `Your PIN: 90417

Type it on the page that is still open. Your customer number is 10448211 and your contract 2026-004711.`,
    code: '90417',
  }),
  en({
    subject: 'PayFriend: your 6-digit code',
    html: page(
      '<p>Your 6-digit code is</p><table><tr><td class="code">5</td><td class="code">0</td><td class="code">3</td><td class="code">9</td><td class="code">1</td><td class="code">2</td></tr></table><p>Enter it to confirm your transfer of $250.00 to Grace (case ID PP-001-442-119).</p>',
    ),
    code: '503912',
  }),
  en({
    subject: 'Dropcrate two-factor authentication',
    text: 'Someone (hopefully you) is signing in as ada@example.com.\n\nSecurity code:\n\n    448 190\n\nThis was requested from Berlin, Germany on 22/11/2026 at 10:31 (GMT+1).',
    code: '448190',
  }),
  en({
    subject: 'Kraken-like exchange withdrawal',
    text: 'Withdrawal of 0.12345678 BTC to bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh.\nAuthorization code: W4K-9PZ-33T\nThe request expires 2026-11-23.',
    code: 'W4K-9PZ-33T',
  }),
  en({
    subject: 'Activate your membership',
    html: page(
      '<p>Welcome to the library, Ada! Your card number is 21234001882291.</p><p>Activation code: <span style="color:#cc0000">LB7X-22QF</span></p><p>Renewals: (555) 010-4477</p>',
    ),
    code: 'LB7X-22QF',
  }),
]
