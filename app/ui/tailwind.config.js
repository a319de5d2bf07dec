const colour = (name) => `rgb(var(--${name}) / <alpha-value>)`
const names = [
  ...['paper', 'surface', 'sunken', 'ink', 'ink-soft', 'line', 'line-strong'],
  ...['accent', 'accent-strong', 'on-accent', 'accent-tint', 'voice', 'voice-tint'],
  ...['sun', 'sun-tint', 'sky', 'sky-tint', 'danger', 'danger-tint', 'water', 'land', 'land-line'],
]

/** Tailwind knows only the portal's own tokens. */
export default {
  content: ['./app/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(names.map((name) => [name, colour(name)])),
    },
    extend: {
      borderRadius: { card: 'var(--radius-card)', control: 'var(--radius-control)' },
      boxShadow: { card: 'var(--shadow-card)' },
      maxWidth: { text: '40rem', page: '68rem' },
    },
  },
  corePlugins: { preflight: true, float: false, clear: false },
}
