import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddresses } from '#mailhold/mail/headers/addresses.js'

const atom = fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/)
const address = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9_.+-]{1,8}$/), atom)
  .map(([local, domain]) => `${local}@${domain}`)
const name = fc.array(atom, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

test('a mailbox is read alike alone, quoted, and in a list', () => {
  fc.assert(
    fc.property(name, address, (shown, where) => {
      const mailbox = { name: shown, address: where }
      // a list and a comment go the long way through the grammar
      expect(readAddresses(`${shown} <${where}>`, 'To')).toEqual([mailbox])
      expect(readAddresses(`"${shown}" <${where}>`, 'To')).toEqual([mailbox])
      expect(readAddresses(`${shown} <${where}>, ada@example.com`, 'To')).toEqual([
        mailbox,
        { name: '', address: 'ada@example.com' },
      ])
    }),
  )
})

test('an address alone has no name', () => {
  expect(readAddresses('ada.l+test@mail.example.com', 'To')).toEqual([
    { name: '', address: 'ada.l+test@mail.example.com' },
  ])
})
