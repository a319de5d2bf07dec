type Holder = { id: string; granted: boolean; active: boolean; deputyId: string | null; headId: string | null }

/** What a holder lacks: a deputy who can open tips herself, and a head. Who cannot open tips lacks neither. */
export function lacksOf(
  { granted, active, deputyId, headId }: Holder,
  { holders, officers }: { holders: readonly Holder[]; officers: readonly { id: string }[] },
): ('deputy' | 'head')[] {
  if (!granted || !active) return []
  const hasDeputy = holders.some((one) => one.id === deputyId && one.granted && one.active)
  const hasHead = officers.some(({ id }) => id === headId)
  return [...(hasDeputy ? [] : ['deputy' as const]), ...(hasHead ? [] : ['head' as const])]
}
