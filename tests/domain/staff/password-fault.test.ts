import { expect, test } from 'vitest'
import { ownWords } from '#app/domain/staff/own-words.ts'
import { passwordFault } from '#app/domain/staff/password-fault.server.ts'

test('a password of eleven characters is too short, one of twelve is not, however they are written', () => {
  expect(passwordFault('vkq7 trimp l')).toBeUndefined()
  expect(passwordFault('vkq7 trimpl')).toBe('password-too-short')
  expect(passwordFault('👮👮👮👮👮👮')).toBe('password-too-short')
  expect(passwordFault('')).toBe('password-too-short')
  expect(passwordFault('xyz '.repeat(60))).toBe('too-long')
})

test.each([
  ...[
    'password1234',
    'P@ssw0rd!!!!',
    'qwertyuiop12',
    'iloveyou2024',
    'letmein12345',
    'administrator',
    'ADMINISTRATOR1',
  ],
  ...['lösenord2026', 'Lösenord!!!!', 'l0senord1234', 'sommar202612', 'Sommar-2026!', 'SommarSommar', 'göteborg2026'],
  ...[
    'Goteborg2026!',
    'ifkgöteborg1',
    'nordostsvarar',
    'Nordost2026!!',
    'Polisen-2026',
    'Hammarkullen1',
    'Trygghet2026',
  ],
  ...[
    'Medborgarlöfte',
    'Angered424242',
    '123456789012',
    '112233445566',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
  ],
  ...['1qaz2wsx3edc', 'asdfghjklasdf', 'poiuytrewqlk', 'Februari2026', 'hejsanhejsan', 'kaffe kaffe kaffe'],
])('the password %s is common', (password) => {
  expect(passwordFault(password)).toBe('password-common')
})

test.each([
  'fyra gröna tåg till Vara',
  'rostig-tratt-under-9-broar',
  'x8Zr3LvQ!nTb',
  'quite another password',
  'السلام عليكم يا أهل الحي',
])('the password %s is not', (password) => {
  expect(passwordFault(password)).toBeUndefined()
})

test('her own name and address make no password', () => {
  const own = ['Zelda Quorra', 'zelda.quorra@city.example']
  expect(passwordFault('Zelda-Quorra1', own)).toBe('password-common')
  expect(passwordFault('quorraquorra', own)).toBe('password-common')
  expect(passwordFault('Zelda-Quorra1')).toBeUndefined()
})

test('the list of our own holds each word once, as passwords are compared', () => {
  expect(new Set(ownWords).size).toBe(ownWords.length)
  expect(ownWords.filter((word) => !/^[a-z]+$/.test(word))).toEqual([])
})
