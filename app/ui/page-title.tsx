/** The title of a page's tab: what the page is, then the portal's name. */
export const pageTitle = (title: string | undefined): { title: string }[] => [
  { title: title ? `${title} – Nordost` : 'Nordost' },
]
