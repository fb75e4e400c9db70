// The app under test: a shop that sends mail.

const { randomInt, randomUUID } = require('node:crypto')
const { createTransport } = require('nodemailer')
const { invoice } = require('./invoice.js')

const course = ['Welcome', 'Your first bread', 'Sourdough', 'Rye', 'Your certificate']

/** @param smtp where mail goes: `{ host, port }` */
exports.openShop = (smtp, url = 'https://shop.example') => {
  const transport = createTransport(smtp)
  const customers = new Set()
  const send = (to, subject, more) => transport.sendMail({ from: 'shop@shop.example', to, subject, ...more })

  return {
    signUp: async (address) => {
      customers.add(address)
      const link = `${url}/confirm?token=${randomUUID()}`
      await send(address, 'Confirm your address', { html: `<p>Hello! <a href="${link}">Confirm</a></p>` })
    },
    /** Resolves with the code, which the shop remembers. */
    signIn: async (address) => {
      const code = String(randomInt(100_000, 1_000_000))
      await send(address, 'Your sign-in code', { text: `Your code is ${code}. It is good for ten minutes.` })
      return code
    },
    resetPassword: async (address) => {
      if (!customers.has(address)) return
      const link = `${url}/password?token=${randomUUID()}`
      const html = `<p>Did you forget it? <a href="${link}">Choose a new password</a></p>`
      await send(address, 'Reset your password', { html })
    },
    order: async (address, number) => {
      const attachments = [{ filename: `invoice-${number}.pdf`, content: invoice(number) }]
      await send(address, `Your order ${number}`, { text: 'The invoice is attached.', attachments })
    },
    teach: async (address) => {
      for (const [index, lesson] of course.entries()) {
        await send(address, `${index + 1}/${course.length} ${lesson}`, { text: `${lesson}. Enjoy!` })
      }
    },
    close: () => transport.close(),
  }
}
