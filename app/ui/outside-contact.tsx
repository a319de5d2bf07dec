type Props = { contact: { name: string; about: string; phone?: string | undefined; web: string } }

/** Somebody outside whom a resident can turn to: what they look after, the telephone to tap, and their page. */
export function OutsideContact({ contact: { name, about, phone, web } }: Props) {
  return (
    <section aria-label={name} className="card my-2 flex flex-col gap-2 border-s-[6px] border-s-sky">
      <p className="text-lg font-bold">{name}</p>
      <p>{about}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        {phone && (
          <a
            href={`tel:${phone.replace(/\D/g, '')}`}
            dir="ltr"
            className="inline-flex min-h-[2.75rem] items-center font-bold"
          >
            {phone}
          </a>
        )}
        <a href={web} dir="ltr" className="inline-flex min-h-[2.75rem] items-center break-words">
          {web.replace('https://www.', '')}
        </a>
      </p>
    </section>
  )
}
