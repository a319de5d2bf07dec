import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { bossDatabase } from '#db/boss.server.ts'

const client = postgres(process.env.TEST_DATABASE_URL!, { max: 1, onnotice: () => {} })
afterAll(() => client.end())

test('the queue is given the rows of every statement it sends in one text', async () => {
  const database = bossDatabase(client)
  const text = 'begin; select 1 as one; select 2 as two union all select 3 order by two; commit'
  expect((await database.executeSql(text)).rows).toEqual([{ one: 1 }, { two: 2 }, { two: 3 }])
  expect((await database.executeSql('select $1::int as four', [4])).rows).toEqual([{ four: 4 }])
  expect((await database.executeSql('select 1 where false')).rows).toEqual([])
})
