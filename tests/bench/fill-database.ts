import postgres from 'postgres'

/** Adds so many submissions, one in five published, spread over areas, categories and three years. */
export async function fillDatabase(url: string, rows: number): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`
      insert into submissions (ref, kind, category, receiving_authority, language, body, area_code, code_hash, code_public_key,
        public_title, public_body, cell, public_area_code, published_at, created_at)
      select 'B' || lpad(to_hex(n), 8, '0'), case when n % 3 = 0 then 'idea' else 'concern' end,
        (array['lighting', 'litter', 'vandalism', 'traffic', 'upkeep', 'other'])[1 + n % 6], 'goteborg', 'sv',
        'En lampa är trasig vid gångvägen, nummer ' || n, a.code, 'bench ' || n, 'bench',
        '{"sv": "Trasig lampa vid gångvägen"}', '{"sv": "En lampa är trasig vid gångvägen."}', c.cell, a.code,
        case when n % 5 = 0 then now() - n * interval '90 seconds' end, now() - n * interval '90 seconds'
      from generate_series(1, ${rows}::int) n
      join lateral (select code from areas order by code offset n % 17 limit 1) a on true
      join lateral (select cell from submissions where cell is not null order by id offset n % 12 limit 1) c on true`
    await client`analyze`
  } finally {
    await client.end()
  }
}
