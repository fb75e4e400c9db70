#!/usr/bin/env node
// Starts the site with the mail server that SMTP_HOST and SMTP_PORT name; PORT is where it listens.

const { openSite } = require('./site.js')

const { SMTP_HOST = 'localhost', SMTP_PORT = '1025', PORT = '0' } = process.env
openSite({ host: SMTP_HOST, port: Number(SMTP_PORT) }, Number(PORT)).then(({ url }) => console.log(url))
