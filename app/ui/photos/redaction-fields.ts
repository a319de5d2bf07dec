import type { PhotoPart } from '#db/schema/photos.ts'

/** A part of a photo as its four fields have it: percent, or what is being typed. */
export type TypedPart = Record<keyof PhotoPart, string>
/** A crop and boxes as they stand in the fields of the form. */
export type TypedRedaction = { crop: TypedPart; boxes: TypedPart[] }

export const partSides = ['left', 'top', 'width', 'height'] as const
export const noPart: TypedPart = { left: '', top: '', width: '', height: '' }

/** A part in the form's own words; none is four empty fields. */
export const typedPart = (part: PhotoPart | null): TypedPart =>
  part ? { left: `${part.left}`, top: `${part.top}`, width: `${part.width}`, height: `${part.height}` } : noPart

/** A part that can be drawn; undefined while a field is empty or says nothing that lies in the photo. */
export function drawnPart(typed: TypedPart): PhotoPart | undefined {
  const [left, top, width, height] = partSides.map((side) => {
    const text = typed[side].trim().replace(',', '.')
    return /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN
  }) as [number, number, number, number]
  const lies = (from: number, size: number) => size > 0 && Math.round((from + size) * 10) <= 1000
  return lies(left, width) && lies(top, height) ? { left, top, width, height } : undefined
}

/** The fields of a crop and boxes by their names, without those that are empty. */
export function namedFields({ crop, boxes }: TypedRedaction): Record<string, string> {
  const parts = [['crop', crop] as const, ...boxes.map((box, index) => [`box.${index + 1}`, box] as const)]
  return Object.fromEntries(
    parts
      .flatMap(([name, part]) => partSides.map((side) => [`${name}.${side}`, part[side]]))
      .filter(([, text]) => text),
  ) as Record<string, string>
}

/** The crop and boxes of fields that came back, with as many boxes as there are. */
export function typedFrom(values: Record<string, string>): TypedRedaction {
  const part = (name: string): TypedPart => ({
    left: values[`${name}.left`] ?? '',
    top: values[`${name}.top`] ?? '',
    width: values[`${name}.width`] ?? '',
    height: values[`${name}.height`] ?? '',
  })
  // Rows that were left empty at the end are no boxes.
  const numbers = Object.entries(values).map(([name, text]) =>
    text ? Number(/^box\.(\d{1,2})\./.exec(name)?.[1] ?? 0) : 0,
  )
  return {
    crop: part('crop'),
    boxes: Array.from({ length: Math.max(0, ...numbers) }, (_, index) => part(`box.${index + 1}`)),
  }
}
