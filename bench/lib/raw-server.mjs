// Sends a file to everybody who says a line, through the POP3 server's own output. `node raw-server.mjs <file>`; the port is printed.

import { createReadStream } from 'node:fs'
import { createServer } from 'node:net'
import { Output } from '../../dist/pop3/output.js'

const [, , file] = process.argv

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.once('data', async () => {
    const output = new Output(socket)
    for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      output.octets(piece)
      if (output.isFull) await output.flush()
    }
    await output.flush()
    socket.end()
  })
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
