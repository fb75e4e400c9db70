// The shop's pages. Forms go to /sign-up, /sign-in, /reset, /order and /course.

const { createServer } = require('node:http')
const { text } = require('node:stream/consumers')
const { openShop } = require('./shop.js')

const form = (action, button) =>
  `<form method="post" action="/${action}"><label>Address <input name="address" type="email"></label>
  <button>${button}</button></form>`

const pages = {
  '/': form('sign-up', 'Sign up') + form('sign-in', 'Sign in') + form('reset', 'Forgot my password'),
  '/confirm': '<h1>Your address is confirmed</h1>',
  '/password': '<h1>Choose a new password</h1>',
}
const askCode =
  '<form method="post" action="/code"><label>Code <input name="code"></label><button>Go on</button></form>'

/** Listens on a free port unless one is given. Resolves with `{ url, close }`. */
exports.openSite = async (smtp, port = 0) => {
  const server = createServer((request, response) => {
    answer(request)
      .then((body) => response.writeHead(body ? 200 : 404, { 'content-type': 'text/html' }).end(body))
      .catch((error) => response.writeHead(500).end(error.message))
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${server.address().port}`
  const shop = openShop(smtp, url)
  const codes = new Set()
  const actions = {
    '/sign-up': ({ address }) => shop.signUp(address),
    '/sign-in': async ({ address }) => {
      codes.clear() // only the newest is good
      codes.add(await shop.signIn(address))
      return askCode
    },
    '/code': ({ code }) => (codes.has(code) ? '<h1>You are in</h1>' : '<h1>That is not the code</h1>'),
    '/reset': ({ address }) => shop.resetPassword(address),
    '/order': ({ address }) => shop.order(address, 1042),
    '/course': ({ address }) => shop.teach(address),
  }
  const answer = async (request) => {
    const { pathname } = new URL(request.url, url)
    if (request.method !== 'POST') return pages[pathname]
    const given = Object.fromEntries(new URLSearchParams(await text(request)))
    return (await actions[pathname]?.(given)) ?? '<h1>Look into your mail</h1>'
  }
  return {
    url,
    close: () => {
      shop.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
