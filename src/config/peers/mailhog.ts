// MailHog's environment.

import { address, path, webOrigins } from './values.js'
import { asOption, needless, type PeerVariables, unmet } from './variable.js'

const noMongo = 'mail is kept in SQLite; say --data <folder>'

export const mailhogVariables: PeerVariables = {
  MH_SMTP_BIND_ADDR: asOption('smtp', address),
  MH_UI_BIND_ADDR: asOption('http', address),
  MH_API_BIND_ADDR: asOption('http', address),
  MH_UI_WEB_PATH: asOption('basePath', path),
  MH_CORS_ORIGIN: asOption('corsOrigin', webOrigins),
  MH_AUTH_FILE: asOption('httpAuth'),
  MH_MAILDIR_PATH: asOption('data'),
  MH_STORAGE: asOption('data', (value) => (value.trim() === 'memory' ? 'memory' : undefined)),

  MH_API_HOST: needless,
  MH_HOSTNAME: needless,
  MH_INVITE_JIM: unmet('invite him with POST /api/v2/jim'),
  MH_OUTGOING_SMTP: unmet('mail leaves only when somebody releases it'),
  MH_MONGO_URI: unmet(noMongo),
  MH_MONGO_DB: unmet(noMongo),
  MH_MONGO_COLLECTION: unmet(noMongo),
}
