import postgres from 'postgres'

/** Single-row INSERTs by 32 workers over ten connections of the portal's own driver, each its own transaction. */
export async function measureInsert(url: string, seconds: number): Promise<{ perSecond: number }> {
  const client = postgres(url, { max: 10, onnotice: () => {} })
  try {
    await client`create table if not exists bench_rows (id bigint generated always as identity primary key, body text not null)`
    const end = Date.now() + seconds * 1000
    let made = 0
    const work = async () => {
      while (Date.now() < end) {
        await client`insert into bench_rows (body) values (${'Lampan vid gångvägen mot spårvagnen är trasig sedan i måndags.'})`
        made++
      }
    }
    await Promise.all(Array.from({ length: 32 }, work))
    return { perSecond: Math.round(made / seconds) }
  } finally {
    await client`drop table if exists bench_rows`
    await client.end()
  }
}
