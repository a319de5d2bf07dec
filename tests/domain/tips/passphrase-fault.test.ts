import { expect, test } from 'vitest'
import { passphraseFault } from '#app/domain/tips/passphrase-fault.server.ts'

const own = ['Olle Områdespolis']

test.each([
  ...['aaaaaaaaaaaaaaaa', 'abababababababab', '1234567890123456', 'qwertyuiopasdfgh', 'abcdefghijklmnop'],
  ...['password password', 'Lösenord-2026-2026', 'hemligt polisen nordost', 'sommar höst vinter!', 'P@ssw0rdP@ssw0rd'],
  ...[
    'Olle Olle Olle Olle',
    'områdespolis olle 1',
    'tistel tistel tistel',
    'tistelvägtistelvägtist',
    'korv lamm korv lamm 7',
  ],
  ...['السلام السلام السلام', '🌻🌻🌻🌻🌻🌻🌻🌻🌻'],
])('the passphrase %s could be guessed', (passphrase) => {
  expect(passphraseFault(passphrase, own)).toBe('passphrase-common')
})

test.each([
  ...['fyra gröna tåg till Vara', 'rostig tratt under nio broar', 'tistel-orgel-mulen-vante', 'x8Zr3LvQ!nTbW7pKd2'],
  ...['السلام عليكم يا أهل الحي', 'olle tistel orgel mulen vante'],
])('the passphrase %s is not easily guessed', (passphrase) => {
  expect(passphraseFault(passphrase, own)).toBeUndefined()
})
