const numbers = /(112|114 14|116 111|031-365 00 00|digg\.se\/tdosanmalan|imy\.se|polisen\.se)(?!\d)/

/** Our own text with its telephone numbers and addresses made into links to tap. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(numbers).map((part, index) =>
        index % 2 ? (
          <a key={`${index} ${part}`} href={addressOf(part)} dir="ltr" className="whitespace-nowrap font-bold">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

const addressOf = (part: string): string =>
  /^\d/.test(part) ? `tel:${part.replace(/\D/g, '')}` : `https://www.${part}`
