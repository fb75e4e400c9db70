// English mails without a code to type, full of numbers and words that look like one.

import { type CodeFixture, page } from './fixture.js'

const en = (fixture: Omit<CodeFixture, 'language'>): CodeFixture => ({ language: 'en', ...fixture })

export const englishPlain: readonly CodeFixture[] = [
  en({
    subject: 'Your Amazin order #204-5512339-0098812 has shipped',
    html: page(
      '<p>Hello Ada, your package is on the way.</p><table><tr><td>Order</td><td>204-5512339-0098812</td></tr><tr><td>Tracking ID</td><td>TBA331209884512</td></tr><tr><td>Total</td><td>$128.90</td></tr></table><a href="https://amazin.example/track?id=331209">Track your package</a><p>Promo code HOLIDAY26 saves 20% until 12/31/2026.</p>',
      'Seattle, WA 98109',
    ),
    links: [['Track your package', 'https://amazin.example/track?id=331209']],
  }),
  en({
    subject: 'Receipt from Ubar, 22 November 2026',
    text: 'Total $23.41\nTrip 4.21 miles, 18 minutes\nLicense plate 7ABC123\nVisa ending 4242\n\n1455 Market Street, San Francisco, CA 94103',
  }),
  en({
    subject: 'Save 30% with code WINTER30',
    html: page(
      '<h1>30% off everything</h1><p>Use code <b>WINTER30</b> at checkout. Ends 30.11.2026.</p><a href="https://shop.example/sale?code=WINTER30&amp;c=889921">Shop now</a>',
      'Customer service: 1-800-555-0199. Zip code 10001. <a href="https://shop.example/u/55391">Unsubscribe</a>',
    ),
    links: [
      ['Shop now', 'https://shop.example/sale?code=WINTER30&c=889921'],
      ['Unsubscribe', 'https://shop.example/u/55391'],
    ],
  }),
  en({
    subject: 'Your promo code is inside',
    text: 'Thanks for signing up! Your promo code: WELCOME15\n\nOr your gift card code GC-8841-2209-5531, worth 25 EUR, at https://shop.example/gift',
    links: [['https://shop.example/gift', 'https://shop.example/gift']],
  }),
  en({
    subject: '[Octohub] Pull request #48213 merged',
    text: 'ada merged 3 commits into main from fix-code-parser.\n\n7f3a9c2 parser: codes are read\n1290ffe tests: 104 code samples\n\nhttps://octohub.example/ada/engine/pull/48213#issuecomment-1882733914',
    links: [
      [
        'https://octohub.example/ada/engine/pull/48213#issuecomment-1882733914',
        'https://octohub.example/ada/engine/pull/48213#issuecomment-1882733914',
      ],
    ],
  }),
  en({
    subject: 'Build failed: exit code 137',
    text: 'Job 88213047 of pipeline 7731205 failed with exit code 137 after 1843 seconds.\nError code: E1042\nHTTP status code 503 from https://ci.example/api/v4/jobs/88213047',
    links: [['https://ci.example/api/v4/jobs/88213047', 'https://ci.example/api/v4/jobs/88213047']],
  }),
  en({
    subject: 'Reset your password',
    html: page(
      '<p>Somebody asked to reset your password. The link is valid for 60 minutes.</p><a href="https://app.example/reset?token=482911&amp;code=771204">Reset password</a>',
      'Request ID 99120344. &copy; 2026 App Inc.',
    ),
    links: [['Reset password', 'https://app.example/reset?token=482911&code=771204']],
  }),
  en({
    subject: 'Confirm your email address',
    html: page(
      '<p>Thanks for joining in 2026!</p><a href="https://app.example/confirm/882713"><img src="https://app.example/button.png" alt="Confirm email"></a><p>Or paste https://app.example/confirm/882713 into your browser.</p>',
      'App Inc, 548 Market St #48213, San Francisco, CA 94104',
    ),
    links: [['Confirm email', 'https://app.example/confirm/882713']],
  }),
  en({
    subject: 'Invoice INV-20261122-0042',
    text: 'Invoice number: 20261122\nCustomer ID: 448812\nVAT ID: GB123456789\nIBAN: GB33 BUKB 2020 1555 5555 55\nSort code: 20-15-55\nAmount due: 1,450.00 GBP by 2026-12-06',
  }),
  en({
    subject: 'Your flight to Lisbon',
    html: page(
      '<table><tr><td>Booking reference</td><td>X4KJ9P</td></tr><tr><td>Flight</td><td>TP 1327</td></tr><tr><td>Seat</td><td>22A</td></tr><tr><td>Ticket</td><td>047 2291 884 551</td></tr></table><p>Airport code LIS, dress code: casual.</p>',
    ),
  }),
  en({
    subject: 'Your order will arrive at your door',
    text: 'Delivery between 14:00 and 16:00. Postal code: 90210. Area code 310. Driver: +1 310 555 0144. Parcel number 0034 0434 1112 2233',
  }),
  en({
    subject: 'Version 4.36.1402 is out',
    text: 'What is new: faster code completion, 1205 fixes, source code at https://code.example/v4.36.1402\nBuild 883120, SHA 55ad90c1.',
    links: [['https://code.example/v4.36.1402', 'https://code.example/v4.36.1402']],
  }),
  en({
    subject: 'Never share your verification code',
    text: 'Security tip: we will never call you to ask for a code. If someone asks for your verification code, hang up and call 0800 555 1234. Fraud rose 38% in 2026.',
  }),
  en({
    subject: 'We sent a code to your phone',
    text: 'We sent a verification code by text message to the number ending in 4471. If you did not sign in on 22 November 2026, change your password. Case 88120034.',
  }),
  en({
    subject: 'Two-factor authentication was turned on',
    text: 'You turned on two-factor authentication on Nov 22, 2026 at 10:04. Device: iPhone 15, iOS 18.1. IP: 203.0.113.200.\nKeep your backup codes in a safe place.',
  }),
  en({
    subject: 'Code of conduct updated',
    text: 'The 2026 code of conduct takes effect on 01/01/2027. Section 1204 deals with the dress code. Contact HR at extension 55120.',
  }),
  en({
    subject: 'Your reservation 4471982 at Hotel Example',
    html: page(
      '<p>Confirmation number: 4471982</p><p>Check-in 24.12.2026, room 1204, 3 nights, 489.00 EUR</p><a href="https://hotel.example/b/4471982">Manage booking</a>',
    ),
    links: [['Manage booking', 'https://hotel.example/b/4471982']],
  }),
  en({
    subject: 'Statement for account ending 8841',
    text: 'Opening balance 12,840.22\nClosing balance 10,115.08\nSWIFT code BUKBGB22\nMerchant category code 5411\nQuestions: 0345 600 0723',
  }),
  en({
    subject: 'Meeting: pin down the roadmap',
    text: 'Join: https://zooom.example/j/88311224455?pwd=aZ09\nMeeting ID: 883 1122 4455\nDate: 2026-11-24 10:30\nAgenda: pin the dates, color palette #336699, budget 48000',
    links: [['https://zooom.example/j/88311224455?pwd=aZ09', 'https://zooom.example/j/88311224455?pwd=aZ09']],
  }),
  en({
    subject: 'Scan the QR code to collect your parcel',
    text: 'Show the QR code or barcode 40078812345 at locker 114. Collect by 25/11/2026. Parcel 9911 2233 4455.',
  }),
  en({
    subject: 'You have a new follower',
    html: page(
      '<p>grace1906 now follows you. 1,204 people saw your profile; 334455 views since 2019.</p><a href="https://chirper.example/i/u?cn=bWVzc2FnZQ&amp;code=118822">See profile</a>',
    ),
    links: [['See profile', 'https://chirper.example/i/u?cn=bWVzc2FnZQ&code=118822']],
  }),
  en({
    subject: 'Ticket 7731205 was updated',
    text: '[Ticket #7731205] The customer replied: "The code fails on line 1204 of parser.c". Priority 2. SLA 480 minutes.',
  }),
  en({
    subject: 'Refer friends, earn 50',
    text: 'Your referral code is ADA1815. Friends who enter referral code ADA1815 get 10 off. Terms of 2026 apply.',
  }),
  en({
    subject: 'Security alert: new sign-in',
    text: 'New sign-in on Windows 11 from 198.51.100.44, Leeds LS1 4DY. Not you? https://app.example/secure/771204 or call 0113 496 0000.',
    links: [['https://app.example/secure/771204', 'https://app.example/secure/771204']],
  }),
  en({
    subject: 'Tax form 1099 available',
    text: 'Your form 1099-K for tax year 2025 is ready. Employer code 6612, tax code 1257L, payroll number 004412.',
  }),
  en({
    subject: 'Course CS106 starts',
    text: 'Course code CS10612, room 4401, lecturer phone 555-0133. Learn to code in 12 weeks, 1490 students so far.',
  }),
]
