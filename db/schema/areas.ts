import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const placeKinds = ['square', 'stop'] as const
export const mapLineKinds = ['tram', 'water'] as const

/** A GeoJSON geometry of one area, longitude first (RFC 7946). */
export type Outline =
  { type: 'Polygon'; coordinates: [number, number][][] } | { type: 'MultiPolygon'; coordinates: [number, number][][][] }

/** The 17 primary areas (primärområden) of the police district. */
export const areas = pgTable('areas', {
  code: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  districtCode: text().notNull(),
  districtName: text().notNull(),
  /** A point well inside, for labels and for "the whole area". */
  lat: doublePrecision().notNull(),
  lon: doublePrecision().notNull(),
  /** Few people live here: public places are one step coarser. */
  sparse: boolean().notNull().default(false),
  outline: jsonb().$type<Outline>().notNull(),
})

/** The nine areas by which the city's own safety work is organised. */
export const workingAreas = pgTable('working_areas', {
  slug: text().primaryKey(),
  name: text().notNull(),
})

export const workingAreaAreas = pgTable(
  'working_area_areas',
  {
    workingArea: text()
      .notNull()
      .references(() => workingAreas.slug),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
  },
  (table) => [primaryKey({ columns: [table.workingArea, table.areaCode] })],
)

/** The gazetteer: squares and stops a person can choose by name. */
export const places = pgTable(
  'places',
  {
    slug: text().primaryKey(),
    name: text().notNull(),
    kind: text({ enum: placeKinds }).notNull(),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    lat: doublePrecision().notNull(),
    lon: doublePrecision().notNull(),
    /** Other names that people use for the same place. */
    aliases: text().array().notNull().default([]),
  },
  (table) => [index().on(table.areaCode)],
)

/** What people call a part of the district, where that is not the name of an area. */
export const everydayNames = pgTable(
  'everyday_names',
  {
    name: text().notNull(),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
  },
  (table) => [primaryKey({ columns: [table.name, table.areaCode] })],
)

/** Tram corridors and water of the built-in map. */
export const mapLines = pgTable('map_lines', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  kind: text({ enum: mapLineKinds }).notNull(),
  /** [longitude, latitude] pairs. */
  line: jsonb().$type<[number, number][]>().notNull(),
})
