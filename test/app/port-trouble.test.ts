import { describe, expect, it } from 'vitest'
import { portTrouble } from '#mailhold/app/port-trouble.js'
import { resolveOptions } from '#mailhold/config/resolve.js'

const machine = { platform: 'linux', home: '/home/ada', env: {} }
const { values } = resolveOptions({ argv: ['--smtp', '25,587', '--pop3s', '995'], machine })

describe('a port that cannot be had', () => {
  it.each([
    [
      'EADDRINUSE',
      587,
      '--smtp: port 587 is in use by another program; choose another with --smtp (0 takes any free one)',
    ],
    [
      'EACCES',
      995,
      '--pop3s: port 995 needs more rights than this user has; choose another with --pop3s (0 takes any free one)',
    ],
    [
      'EADDRINUSE',
      8025,
      '--http: port 8025 is in use by another program; choose another with --http (0 takes any free one)',
    ],
  ])('%s on %i names the option to change', (code, port, sentence) => {
    expect(portTrouble(Object.assign(new Error('listen'), { code, port }), values)?.message).toBe(sentence)
  })

  it('is told from other trouble', () => {
    expect(portTrouble(new Error('no'), values)).toBeUndefined()
    expect(portTrouble(Object.assign(new Error('no'), { code: 'EMFILE', port: 25 }), values)).toBeUndefined()
    expect(
      portTrouble(Object.assign(new Error('no'), { code: 'EADDRINUSE', port: 4711 }), values),
    ).toBeUndefined()
  })
})
