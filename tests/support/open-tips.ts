import type postgres from 'postgres'
import { newKeyPair, sealTo } from '#app/sealing/envelopes.ts'

/**
 * Opens a running portal for tips. One that can seal them already keeps its keys; else its two officers become holders
 * of keys that nobody knows.
 */
export async function openTips(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select tips_can_be_sealed() as can`
  if (!row?.can) await makeKeys(sql)
  await sql`insert into portal_settings (name, value) values ('tips', 'open')
    on conflict (name) do update set value = 'open'`
}

async function makeKeys(sql: postgres.Sql): Promise<void> {
  const [recovery, tipsKey] = [await newKeyPair(), await newKeyPair()]
  const text = (key: Uint8Array) => Buffer.from(key).toString('base64url')
  const officers = await sql<{ id: string }[]>`select id from staff where role = 'officer' limit 2`
  const recoverySealed = await sealTo(recovery.publicKey, tipsKey.secretKey)
  const [made] = await sql<{ id: string }[]>`
    with recovery as (
      insert into recovery_keys (public_key, made_on) values (${text(recovery.publicKey)}, current_date) returning id
    )
    insert into tips_keys (public_key, recovery_sealed, recovery_key_id, made_on)
    select ${text(tipsKey.publicKey)}, ${recoverySealed}, id, current_date from recovery returning id`
  for (const { id } of officers) {
    const { publicKey } = await newKeyPair()
    await sql`insert into tip_holders (staff_id, public_key, wrapped_secret, made_on)
      values (${id}, ${text(publicKey)}, 'none', current_date)`
    await sql`insert into tips_key_grants (key_id, staff_id, sealed, granted_on)
      values (${made!.id}, ${id}, ${await sealTo(publicKey, tipsKey.secretKey)}, current_date)`
  }
}
