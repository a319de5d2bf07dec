import postgres from 'postgres'
import { categories, type Category } from '#db/schema/submissions.ts'
import { categoryRules } from '#app/domain/submissions/categories.ts'
import { benchPlaces } from './bench-places.ts'
import { details, matters, whereabouts } from './bench-texts.ts'

/** Of a hundred submissions so many are about each of these; of every other category, three. */
const shares: Partial<Record<Category, number>> = { lighting: 20, litter: 14, traffic: 12, upkeep: 12, vandalism: 9 }
const usualShare = 3

/** Of a hundred published submissions so many stand here; of the others, as many again are new. */
const publishedStatuses = { in_progress: 20, waiting_for_resident: 5, reopen_requested: 2, answered: 20, closed: 53 }
const otherStatuses = {
  received: 6,
  screening: 4,
  in_progress: 15,
  answered: 15,
  closed: 45,
  redirected: 6,
  not_pursued: 9,
}

/** Each name as often as its share says. */
const spread = <Name extends string>(
  weights: Partial<Record<Name, number>>,
  names: readonly Name[],
  usual = 0,
): Name[] => names.flatMap((name) => Array<Name>(weights[name] ?? usual).fill(name))

/** Of a hundred so many are written in these, the rest in Swedish. */
const writtenIn = spread({ ar: 6, so: 4, en: 3, sv: 87 }, ['ar', 'so', 'en', 'sv'] as const)

/**
 * Adds so many submissions, one in five published: over three years, all categories, and the whole district, with
 * titles of many words and the public places that publishing would give them.
 */
export async function fillDatabase(url: string, rows: number): Promise<void> {
  const places = await benchPlaces(4000)
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`create temp table bench_places as
      select row_number() over () - 1 as n, p.* from jsonb_to_recordset(${client.json(places)}) as p(area text, lat float8,
        lon float8, usual jsonb, sensitive jsonb)`
    await client`create temp table bench_categories as
      select row_number() over () - 1 as n, c.* from jsonb_to_recordset(${client.json(categoryRows())}) as c(category text,
        authority text, "isSensitive" boolean, matters jsonb)`
    await client`create temp table bench_staff as
      select row_number() over (partition by o.authority order by s.id) - 1 as n, o.authority, s.id
      from staff s join organisations o on o.slug = s.organisation where s.role in ('officer', 'coordinator')`
    await client`create index on bench_places (n)`
    await client`create index on bench_categories (n)`
    await client`analyze bench_places, bench_categories`
    await client`set maintenance_work_mem = '512MB'`
    const indexes = await droppedIndexes(client)
    // A row starts as received, says a trigger; these are where they are. What they name is there.
    await client`set session_replication_role = replica`
    await addRows(client, rows)
    for (const index of indexes) await client.unsafe(index)
    await addThreads(client)
    await client`set session_replication_role = origin`
    await addRoutings(client)
    await addNotes(client)
    await client`select count_hexagons_anew(), count_search_words_anew()`
    await client`vacuum analyze submissions, hexagon_counts, routings, messages, moves, notes, search_words`
  } finally {
    await client.end()
  }
}

/** Takes away all indexes of submissions but those of its constraints, and gives the statements that make them again. */
async function droppedIndexes(client: postgres.Sql): Promise<string[]> {
  const indexes = await client<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'public' and tablename = 'submissions'
      and indexname not in (select conname from pg_constraint where conrelid = 'submissions'::regclass)`
  for (const { name } of indexes) await client`drop index ${client(name)}`
  return indexes.map(({ made }) => made)
}

const categoryRows = () =>
  spread(shares, categories, usualShare).map((category) => ({
    category,
    authority: categoryRules[category].receivedBy,
    isSensitive: categoryRules[category].sensitive,
    matters: matters[category],
  }))

async function addRows(client: postgres.Sql, rows: number): Promise<void> {
  const published = spread(publishedStatuses, Object.keys(publishedStatuses) as (keyof typeof publishedStatuses)[])
  const others = spread(otherStatuses, Object.keys(otherStatuses) as (keyof typeof otherStatuses)[])
  // Multiplied with a large prime, a number goes everywhere: so place, category and words are independent of each other.
  await client`
    insert into submissions (ref, kind, category, status, status_at, receiving_authority, language, written_in, last_word, linked, has_photos,
      priority, due_on, assignee_id, held_for, body, said, area_code, lat, lon, code_hash,
      code_public_key, public_title, public_body, cell, block, quarter, ward, vicinity, public_area_code, screened_at, published_at, created_at)
    select substr(r.hex, 1, 4) || '-' || substr(r.hex, 5), case when i % 7 = 0 then 'idea' else 'concern' end, c.category,
      t.status, least(now(), at + (h % 40) * interval '1 day'), c.authority, 'sv',
      (${writtenIn}::text[])[1 + (h / 13) % ${writtenIn.length}], case (h / 17) % 4 when 0 then 'resident' when 1 then 'staff' end,
      (h / 19) % 10 = 0, (h / 29) % 4 = 0,
      case (h / 37) % 20 when 0 then 'high' when 1 then 'low' when 2 then 'low' else 'normal' end,
      case when t.status in ('received', 'screening', 'in_progress', 'reopen_requested') then current_date + 20 - ((h / 41) % 400)::int end,
      case when (h / 43) % 3 = 0 then (select id from bench_staff b where b.authority = c.authority and b.n = (h / 47) % 20) end,
      case when (h / 53) % 200 = 0 then array['too-fast'] else '{}' end, t.body,
      case when i % 10 = 1 then words_of(${messageOf(client, client`i`)}) else '' end, p.area, p.lat, p.lon, 'bench ' || i, 'bench',
      case when shown then jsonb_build_object('sv', t.title) end, case when shown then jsonb_build_object('sv', t.body) end,
      case when shown then place ->> 'cell' end, case when shown then place ->> 'block' end,
      case when shown then place ->> 'quarter' end, case when shown then place ->> 'ward' end,
      case when shown then place ->> 'vicinity' end, case when shown then place ->> 'publicAreaCode' end,
      case when shown or t.status not in ('received', 'screening', 'redirected', 'not_pursued') then at end,
      case when shown then least(now(), at + (h % 20) * interval '1 day') end, at
    from generate_series(1, ${rows}::int) i
    cross join lateral (select (i::bigint * 2654435761) % 4294967296 as h, i % 5 = 0 as shown,
      upper(lpad(to_hex(i), 8, 'Z')) as hex, now() - (i * (1095.0 / ${rows})) * interval '1 day' as at) r
    join bench_places p on p.n = (h / 7) % ${4000}
    join bench_categories c on c.n = (h / 31337) % ${categoryRows().length}
    cross join lateral (select case when c."isSensitive" then p.sensitive else p.usual end as place,
      c.matters ->> ((h / 101) % jsonb_array_length(c.matters))::int || ' '
        || (${[...whereabouts]}::text[])[1 + (h / 1009) % ${whereabouts.length}] as title) w
    cross join lateral (select w.title, w.title || ' ' || (${[...details]}::text[])[1 + (h / 10007) % ${details.length}]
      || '. Vi som bor här vill att någon tittar på det. Nummer ' || i || '.' as body,
      case when shown then (${published}::text[])[1 + h % ${published.length}] else (${others}::text[])[1 + h % ${others.length}] end as status) t`
}

/** Of what is screened, one in fifty is routed to a partner, and one in a hundred, rewritten, to a company. */
const addRoutings = (client: postgres.Sql) => client`
  insert into routings (submission_id, organisation, staff_id, rewritten_body)
    select id, sent.organisation, (select min(id) from staff), case when sent.rewritten then body end from submissions,
      (values ('faltenheten', 50, false), ('gardstensbostader', 100, true)) as sent (organisation, one_in, rewritten)
    where screened_at is not null and code_hash like 'bench %' and substr(code_hash, 7)::bigint % sent.one_in = 3`

/** One in ten has a message of the resident's and two moves. */
async function addThreads(client: postgres.Sql): Promise<void> {
  await client`insert into messages (submission_id, sender, body, sent_at)
    select id, 'resident', ${messageOf(client, client`substr(code_hash, 7)::bigint`)}, status_at from submissions
    where code_hash like 'bench %' and substr(code_hash, 7)::bigint % 10 = 1`
  await client`insert into moves (submission_id, from_status, to_status, moved_at)
    select id, move.was, move.became, created_at from submissions,
      (values ('received', 'screening'), ('screening', 'in_progress')) as move (was, became)
    where code_hash like 'bench %' and substr(code_hash, 7)::bigint % 10 = 1`
}

/** What the resident writes later about the submission of a number. */
const messageOf = (client: postgres.Sql, number: postgres.Fragment) =>
  client`'Det är likadant fortfarande, ' || (${[...details]}::text[])[1 + ${number} % ${details.length}] || '.'`

/** One in ten has a note of whoever received it, every second of them shared. */
const addNotes = (client: postgres.Sql) => client`
  insert into notes (submission_id, organisation, staff_id, body, shared_at)
    select id, case receiving_authority when 'polisen' then 'polisen' else 'trygghetssamordningen' end, (select min(id) from staff),
      'Ring förvaltaren, det är ' || (${[...whereabouts]}::text[])[1 + n % ${whereabouts.length}] || '.',
      case when n % 20 = 7 then created_at end
    from submissions, lateral (select substr(code_hash, 7)::bigint as n) numbered
    where code_hash like 'bench %' and n % 10 = 7`
