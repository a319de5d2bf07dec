import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonal } from '#app/domain/personal/find-personal.ts'
import { namesOfPlaces } from '#app/domain/personal/names-of-places.server.ts'
import type { PersonalKind } from '#app/domain/personal/spans.ts'
import { piecesOf } from '#app/domain/personal/pieces-of.ts'

const nothing: ReadonlySet<string> = new Set()
const marked = (text: string, known = nothing) =>
  findPersonal(text, known).map(({ start, end, kind }): [PersonalKind, string] => [kind, text.slice(start, end)])

const arabicDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
const persianDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))

/** The nine digits with the checksum that belongs to them. */
function withChecksum(nine: string): string {
  const sum = [...nine].reduce((total, digit, index) => {
    const twice = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + Math.floor(twice / 10) + (twice % 10)
  }, 0)
  return nine + ((10 - (sum % 10)) % 10)
}
const two = (number: number) => String(number).padStart(2, '0')
const anyPersonal = fc
  .record({
    year: fc.integer({ min: 10, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    coordination: fc.boolean(),
    serial: fc.integer({ min: 0, max: 999 }),
    century: fc.constantFrom('', '19', '20'),
    between: fc.constantFrom('', '-', ' ', '+', '–', ' - '),
    digits: fc.constantFrom(String, arabicDigits, persianDigits),
  })
  .map(({ year, month, day, coordination, serial, century, between, digits }) => {
    const whole = withChecksum(
      `${year}${two(month)}${two(day + (coordination ? 60 : 0))}${String(serial).padStart(3, '0')}`,
    )
    return digits(`${century}${whole.slice(0, 6)}${between}${whole.slice(6)}`)
  })

describe('whatever a text is', () => {
  const fragments = [
    'Kalle',
    'heter ',
    '0707-12 34 56',
    '900101-1234',
    ' ',
    '.',
    '\n',
    'ABC 123',
    '@',
    'a@b.se',
    'väg 3',
    'شارع',
    '٣',
  ]
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 5 })))
      .map((all) => all.join('')),
  )
  test('its marks are passages of it, in order, without sharing a place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { start, end } of findPersonal(text, nothing)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })

  test('it is whole again when its pieces are put together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = piecesOf(text, nothing)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const piece of pieces) expect(piece.text).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('of the greatest length it is read at once', () => {
    for (const part of ['a', 'A', '0', '1', '1-', 'a.', 'Aa ', 'gatan', '+46', 'شارع '])
      for (const end of ['', '@', '!']) {
        const from = performance.now()
        findPersonal(part.repeat(Math.ceil(5000 / part.length)) + end, nothing)
        expect(performance.now() - from, part).toBeLessThan(500)
      }
  })
})

describe('numbers', () => {
  test('of persons are found however they are written, and wherever', () => {
    fc.assert(
      fc.property(anyPersonal, fc.constantFrom('Han är ', 'رقمه ', 'lambarku waa ', '('), (number, before) => {
        const text = `${before}${number}, tror jag.`
        const covering = findPersonal(text, nothing).filter(
          ({ start, end }) => start <= before.length && end >= before.length + number.length,
        )
        expect(covering.map(({ kind }) => kind)).toEqual(['personal-number'])
      }),
      { numRuns: 500 },
    )
  })

  test('with a wrong checksum they are marked as like one', () => {
    for (const text of ['900101-1234', '19900101-1234', '٩٠٠١٠١-١٢٣٤', '123456-7890'])
      expect(marked(`Nummer ${text}.`)).toEqual([['like-personal-number', text]])
  })

  test('of organisations are told from those of persons', () => {
    const organisation = withChecksum('212000135')
    for (const text of [organisation, `16${organisation}`, `${organisation.slice(0, 6)}-${organisation.slice(6)}`])
      expect(marked(`Stadens är ${text}.`)).toEqual([['organisation-number', text]])
  })

  const phones = [
    '070-123 45 67',
    '0701234567',
    '+46 70 123 45 67',
    '+46 (0)70-123 45 67',
    '0046701234567',
    '031-12 34 56',
    '(031) 12 34 56',
  ]
  test('of telephones are found in every way of writing them', () => {
    for (const phone of phones)
      for (const written of [phone, arabicDigits(phone), persianDigits(phone)])
        expect(marked(`Ring ${written} i kväll`), written).toEqual([['phone', written]])
  })

  test('that everybody may call, days, times, sums and our own references are no telephones', () => {
    for (const text of [
      'Ring 112 eller 114 14.',
      'Bris 116 111, vården 1177.',
      'Den 2026-11-23 kl 07.30 och 18:00.',
      'Det kostade 120 000 kr.',
      'Diarienummer GBG-2026-000123.',
      'Ärende 7KQ4-2M9P.',
    ])
      expect(marked(text), text).toEqual([])
  })

  test('of number plates are found in both forms', () => {
    for (const plate of ['ABC 123', 'ABC123', 'ABC 12D', 'abc12d', 'abc-123', 'ABC ١٢٣'])
      expect(marked(`en vit bil, ${plate}, står där`), plate).toEqual([['plate', plate]])
    for (const text of ['det 123', 'i klass abc1234', 'ÅÄÖ 123']) expect(marked(text), text).toEqual([])
  })
})

test('mail addresses are found', () => {
  expect(marked('Skriv till kalle.p+oro@exempel.se.')).toEqual([['email', 'kalle.p+oro@exempel.se']])
})

describe('addresses', () => {
  test('are a street with a number, a flat, or a postal code', () => {
    for (const address of [
      'Bredfjällsgatan 46',
      'Norra Hallsjögatan 12 B',
      'Hammarkullens väg 3',
      'Rymdtorget ٣',
      'lgh 1102',
      '424 32 Angered',
    ])
      expect(marked(`Hon bor på ${address}.`), address).toEqual([['address', address]])
    expect(marked('يسكن في شارع الورود ١٢ هنا')).toEqual([['address', 'شارع الورود ١٢']])
    expect(marked('Wuxuu deggan yahay Bredfjällsgatan 46.')).toEqual([['address', 'Bredfjällsgatan 46']])
  })

  test('are no streets alone, speeds or hours', () => {
    for (const text of ['De kör 70 på Bergsjövägen.', 'Skylten på Bergsjövägen 30 km/h', 'På Gråbovägen 23.30 i går'])
      expect(marked(text, new Set(['bergsjövägen', 'gråbovägen'])), text).toEqual([])
  })
})

describe('names', () => {
  const named: [text: string, ...names: string[]][] = [
    ['Min granne Zoltan Kiss sparkar på dörren.', 'Zoltan Kiss'],
    ['Igår kom kalle igen.', 'kalle'],
    ['Han heter zoltan och bor där.', 'zoltan'],
    ['Har du sett Max? Max bor här.', 'Max', 'Max'],
    ['Herr Falk och fru Falk.', 'Herr Falk', 'Falk'],
    ['Ahmed Ali sålde det. Svensson såg på.', 'Ahmed Ali', 'Svensson'],
    ['Det är Björns bil.', 'Björns'],
    ['My neighbour Peter von Holst shouts. His name is Peter.', 'Peter von Holst', 'Peter'],
    ['Waxaa jira nin la yiraahdo Axmed Cali.', 'Axmed Cali'],
    ['جاري اسمه سليم ويصرخ. رأيت محمد أمس.', 'سليم', 'محمد'],
  ]
  test('are found by what stands before them, by capitals and because many bear them', () => {
    for (const [text, ...names] of named) expect(marked(text), text).toEqual(names.map((name) => ['name', name]))
  })

  test('are no places, organisations, days or first words', async () => {
    const known = await namesOfPlaces()
    for (const text of [
      'Vid Komettorget och i Hjällbo Centrum är det mörkt. Lampan är trasig.',
      'Vi ringde Poseidon och Göteborgs Spårvägar. Polisen kom.',
      'Hållplatsen Stora Björn på Galileis Gata i Västra Bergsjön.',
      'På Hammarkulleskolan och i Lövgärdets park.',
      'I think the lamp at Rymdtorget is broken. I saw it on Monday.',
      'HJÄLP OSS NU',
      'Det finns en björn och en sten i min dag.',
    ])
      expect(marked(text, known), text).toEqual([])
  })
})
