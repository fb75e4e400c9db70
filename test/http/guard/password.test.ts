import { describe, expect, it } from 'vitest'
import { createPasswordCheck, readBasic } from '#mailhold/http/guard/password.js'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

describe('reading an Authorization header', () => {
  it('takes user and password as UTF-8, the password with its colons', () => {
    expect(readBasic(basic('ada:pass:wörd'))).toEqual({ user: 'ada', password: 'pass:wörd' })
    expect(readBasic(`bASIC  ${Buffer.from('ada:').toString('base64')}`)).toEqual({
      user: 'ada',
      password: '',
    })
  })

  it.each([undefined, '', 'Basic', 'Bearer abc', 'Basic ###', basic('no colon')])(
    'finds nothing in %s',
    (header) => {
      expect(readBasic(header)).toEqual({ user: '', password: '' })
    },
  )
})

describe('checking a password', () => {
  it('asks about every wrong header, so that all take the same time', async () => {
    const asked: string[] = []
    const check = createPasswordCheck(async (user) => {
      asked.push(user)
      return false
    })

    const answers = [await check(undefined), await check('Basic ###'), await check(basic('ada:x'))]

    expect(answers).toEqual([false, false, false])
    expect(asked).toEqual(['', '', 'ada'])
  })

  it('remembers a right one for five minutes and no wrong one ever', async () => {
    let now = 0
    let asked = 0
    const check = createPasswordCheck(
      async (_user, password) => {
        asked += 1
        return password === 'right'
      },
      () => now,
    )

    await check(basic('ada:right'))
    expect(await check(basic('ada:right'))).toBe(true)
    expect(asked).toBe(1)
    expect(await check(basic('ada:wrong'))).toBe(false)
    now = 5 * 60_000
    expect(await check(basic('ada:right'))).toBe(true)
    expect(asked).toBe(3)
  })

  it('never takes an empty user name', async () => {
    const check = createPasswordCheck(async () => true)

    expect(await check(undefined)).toBe(false)
  })
})
