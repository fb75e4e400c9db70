// Builds the image here, without a container engine and without pulling anything, and looks whether it does what it should.
// It lies beside the tests, because it is one: the only one that has to be root, and that takes a minute.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBase, nodeVersion } from './base.mjs'
import { checkCompose } from './compose.mjs'
import { isThere, openReport, run } from './tools.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const most = 250_000_000
const report = openReport()

checkCompose(report, root)
const missing = ['buildah', 'mmdebstrap', 'unshare', 'ip'].filter((program) => !isThere(program))
if (process.getuid?.() !== 0) report.couldNot('the image', 'building without an engine needs root')
else if (missing.length > 0) report.couldNot('the image', `${missing.join(', ')} not installed`)
else if (!mayUnshare()) report.couldNot('the image', 'this machine does not let root make namespaces')
else checkImage()
process.exitCode = report.close()

function mayUnshare() {
  try {
    run('unshare', ['--net', '--pid', '--fork', 'true'])
    return true
  } catch {
    return false
  }
}

function checkImage() {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-image-'))
  const storage = [
    '--root',
    join(folder, 'storage'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'vfs',
  ]
  const buildah = (...args) => run('buildah', [...storage, ...args], { cwd: root })
  try {
    makeBase({ buildah, folder, name: 'base' })
    const { config, tree } = build(buildah)
    checkConfig(config)
    checkSize(tree)
    checkLife(
      JSON.parse(
        run('unshare', [
          '--net',
          process.execPath,
          join(root, 'test/image/running.mjs'),
          tree,
          JSON.stringify(config),
        ]),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  report.couldNot(
    `node:${nodeVersion}-bookworm-slim`,
    'it cannot be pulled here; the same Debian packages and the same Node stood in',
  )
  report.couldNot('arm64', 'it needs such a machine or an emulator; the release workflow builds it')
}

function build(buildah) {
  const options = ['--isolation', 'chroot', '--pull-never', '--format', 'docker', '--layers=false']
  buildah('bud', ...options, '--build-arg', 'NODE_IMAGE=localhost/base', '--tag', 'mailhold', '.')
  const container = buildah('from', '--pull-never', 'localhost/mailhold').trim()
  const { Docker } = JSON.parse(buildah('inspect', '--type', 'image', 'localhost/mailhold'))
  return { config: Docker.config, tree: buildah('mount', container).trim() }
}

function checkConfig({ User, ExposedPorts, Volumes, Healthcheck }) {
  report.check('the image does not run as root', /^[1-9]\d*:[1-9]\d*$/.test(User), User)
  const ports = Object.keys(ExposedPorts ?? {})
  report.check(
    'it exposes SMTP, POP3 and HTTP',
    ports.toSorted().join(' ') === '1025/tcp 1110/tcp 8025/tcp',
    ports.join(' '),
  )
  report.check('it keeps mail in the volume /data', '/data' in (Volumes ?? {}))
  report.check('it has a health check', Healthcheck?.Test.join(' ') === 'CMD mailhold health')
}

function checkSize(tree) {
  const octets = (path) =>
    Number(run('du', ['--summarize', '--apparent-size', '--block-size=1', path]).split('\t')[0])
  const inMegabytes = (value) => `${Math.round(value / 1e6)} MB`
  const [whole, ours, node] = [tree, join(tree, 'app'), join(tree, 'usr/local/bin')].map(octets)
  const parts = `${inMegabytes(whole)}: Debian ${inMegabytes(whole - ours - node)}, Node ${inMegabytes(node)}, Mailhold ${inMegabytes(ours)}`
  report.check('it is smaller than 250 MB', whole < most, parts)
}

function checkLife(life) {
  report.check('it starts as process 1 and is healthy', life.pidInside === 1, `${life.started} ms`)
  report.check('that process runs as uid 1000', life.uid === 1000)
  report.check(
    'a mail sent to port 1025 is kept',
    /^250 2\.0\.0 /.test(life.reply) && life.subject === 'From the image',
    life.reply,
  )
  report.check(
    'SIGTERM stops process 1 in order',
    life.exitCode === 0 && life.stopped < 5000,
    `${life.stopped} ms`,
  )
  report.check('mailhold health says so then', life.healthAfter === 3)
  report.check('the mail lies in /data', life.kept)
  report.check(
    'a folder of somebody else is refused with both user ids',
    life.refusal.status === 2 && /belongs to uid 0, and Mailhold runs as uid 1000/.test(life.refusal.text),
    life.refusal.text,
  )
}
