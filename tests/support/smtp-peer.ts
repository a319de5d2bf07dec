import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server that keeps what it is sent; refuses for good whoever is called `nobody`, for now `later`. */
export async function startSmtpPeer() {
  const mails: ParsedMail[] = []
  const recipients: string[] = []
  const waiting: ((mail: ParsedMail) => void)[] = []
  let connections = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (_session, done) => {
      connections++
      done()
    },
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address)
      const code = address.startsWith('nobody@') ? 550 : address.startsWith('later@') ? 451 : 0
      done(code ? Object.assign(new Error(`no ${address}`), { responseCode: code }) : undefined)
    },
    onData: (stream, _session, done) => {
      simpleParser(stream, (error, mail) => {
        const take = waiting.shift()
        if (take) take(mail)
        else mails.push(mail)
        done(error)
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** Mails that came and were not asked for. */
    mails,
    /** Every address that mail was to go to. */
    recipients,
    connections: () => connections,
    nextMail: (): Promise<ParsedMail> =>
      mails.length ? Promise.resolve(mails.shift()!) : new Promise((resolve) => waiting.push(resolve)),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
